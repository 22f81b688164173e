import { useSheetAddress } from "../config.ts";
import { useWords } from "../words.ts";

/** Opens a spreadsheet where people edit it, in a window of its own. Nothing where there is none, or no known place. */
export function SheetLink({
  spreadsheetId,
  word,
}: {
  spreadsheetId: string | null;
  word: "openSheet" | "openSummary";
}) {
  const { t } = useWords();
  const addressOf = useSheetAddress();
  const address = spreadsheetId === null ? null : addressOf(spreadsheetId);
  if (address === null) return null;
  return (
    <a class="outside" href={address} target="_blank" rel="noreferrer">
      {t(word)} <span aria-hidden="true">↗</span>
    </a>
  );
}
