/** Told when someone changed the spreadsheet. Changes that come together are told once. */

const TOGETHER_MS = 60;
/** Without an event stream the page asks Drive whether the file changed. */
const POLL_MS = 3000;

export function watchChanges(spreadsheetId: string, token: () => string, changed: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, TOGETHER_MS);
  };
  let stream: EventSource | null = null;
  let polling = false;
  let missed = false;

  function listen(): void {
    if (polling || stream) return;
    stream = new EventSource(`/local/spreadsheets/${encodeURIComponent(spreadsheetId)}/events`);
    stream.onmessage = soon;
    stream.addEventListener("change", soon);
    stream.onopen = () => {
      if (missed) soon();
      missed = false;
    };
    stream.onerror = () => {
      missed = true;
      if (stream?.readyState !== EventSource.CLOSED) return;
      polling = true;
      poll(spreadsheetId, token, soon);
    };
  }

  // A browser opens six connections to one host: windows that no one looks at must not hold them.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      listen();
      return;
    }
    stream?.close();
    stream = null;
    missed = true;
  });
  listen();
}

function poll(spreadsheetId: string, token: () => string, changed: () => void): void {
  let known: string | undefined;
  setInterval(async () => {
    const answer = await fetch(`/drive/v3/files/${encodeURIComponent(spreadsheetId)}?fields=version,modifiedTime`, {
      headers: { authorization: `Bearer ${token()}` },
    }).catch(() => null);
    if (!answer?.ok) return;
    const now = await answer.text();
    if (known !== undefined && now !== known) changed();
    known = now;
  }, POLL_MS);
}
