/** A bar as long as its share of the whole. Decoration: the number stands beside it. */
export function Bar({ share }: { share: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" width="100" height="4" />
      <rect class="bar-filled" width={Math.min(100, share * 100)} height="4" />
    </svg>
  );
}
