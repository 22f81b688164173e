/** Small questions to the person, as modal dialogs. */

type Question = {
  readonly title: string;
  readonly text?: string;
  readonly value?: string;
  readonly multiline?: boolean;
  readonly okLabel?: string;
};

/** Asks for a text; null when the person thought better of it. */
export function askText(question: Question): Promise<string | null> {
  const field = document.createElement(question.multiline ? "textarea" : "input");
  field.value = question.value ?? "";
  field.setAttribute("aria-label", question.title);
  return open(question, field).then((ok) => (ok ? field.value : null));
}

export function confirmAct(question: Question): Promise<boolean> {
  return open(question, null);
}

function open(question: Question, field: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  const form = document.createElement("form");
  form.method = "dialog";
  const title = document.createElement("h2");
  title.textContent = question.title;
  form.append(title);
  if (question.text) {
    const text = document.createElement("p");
    text.textContent = question.text;
    form.append(text);
  }
  if (field) form.append(field);
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  buttons.append(button("取消", "cancel"), button(question.okLabel ?? "确定", "ok"));
  form.append(buttons);
  dialog.append(form);
  document.body.append(dialog);
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && !event.isComposing && !(field instanceof HTMLTextAreaElement)) {
      event.preventDefault();
      dialog.close("ok");
    }
  });
  dialog.showModal();
  field?.focus();
  field?.select();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "ok");
    });
  });
}

function button(label: string, value: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.value = value;
  made.textContent = label;
  made.className = value;
  return made;
}
