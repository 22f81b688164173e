/** The id in an address that a person copied from the browser, of Google or of the local service; else the text itself. */
export function spreadsheetIdIn(text: string): string {
  return /\/(?:spreadsheets\/d|sheets)\/([^/?#]+)/.exec(text)?.[1] ?? text.trim();
}
