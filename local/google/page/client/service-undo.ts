/**
 * The local service's own undo: it puts the whole spreadsheet back, which no inverse request can do for deleted rows.
 * It takes back the newest change of a person, so it is asked only while that change is known to be the newest of all.
 */
export function makeServiceUndo(spreadsheetId: string, userName: () => string) {
  return {
    /** The spreadsheet's version now; undefined when the service does not tell. */
    async version(): Promise<number | undefined> {
      const answer = await fetch("/local/spreadsheets").catch(() => null);
      if (!answer?.ok) return undefined;
      const { spreadsheets } = (await answer.json()) as { spreadsheets?: { id: string; version: number }[] };
      return spreadsheets?.find((each) => each.id === spreadsheetId)?.version;
    },
    /** True when the newest change was taken back. */
    async undoNewest(): Promise<boolean> {
      const answer = await fetch(`/local/spreadsheets/${encodeURIComponent(spreadsheetId)}/undo`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ user: userName() }),
      }).catch(() => null);
      return answer?.ok ?? false;
    },
  };
}

export type ServiceUndo = ReturnType<typeof makeServiceUndo>;
