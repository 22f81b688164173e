import type { SyncWorld } from "../support/sync-world.ts";

const shown = new WeakMap<SyncWorld, string>();

/** The ledgers as they stand, a line a row; nothing when they stand as they were last shown. */
export function show(world: SyncWorld): readonly string[] {
  const rows = ["s1", "s2"].flatMap((id) =>
    world.google
      .state(id)
      .sheets.flatMap((sheet) => [
        `${id} ${sheet.title}`,
        ...sheet.rows.map(
          (row, at) =>
            `${String(at + 1).padStart(3)} ${[...(row ?? [])].map((cell) => cell?.formula ?? cell?.value ?? "").join(" | ")}`,
        ),
      ]),
  );
  const now = rows.join("\n");
  if (shown.get(world) === now) return [];
  shown.set(world, now);
  return rows;
}
