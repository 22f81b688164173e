import type { CellType } from "./column.ts";

/** Blank marks that clerks write for "nothing". */
const nothing = new Set(["", "/", "—", "-", "--", "无", "暂无"]);

export function saysNothing(text: string): boolean {
  return nothing.has(text.trim());
}

export const textCell: CellType<string> = {
  name: "text",
  parse: (text) => ({ value: text.trim() === "" ? null : text.trim() }),
  render: (value) => value,
};

/** Several names in one cell, separated by 、 ， ； / or a line break. */
export const peopleCell: CellType<readonly string[]> = {
  name: "people",
  parse: (text) => {
    if (saysNothing(text)) return { value: null };
    const names = text
      .split(/[、,，;；/\n]+/)
      .map((name) => name.trim())
      .filter((name) => name !== "");
    return { value: names.length === 0 ? null : names };
  },
  render: (value) => value.join("、"),
};

export interface Choice<V extends string> {
  readonly value: V;
  /** The first word is the one this system writes; a cell matches the longest word it contains. */
  readonly words: readonly string[];
}

/** One of a closed list. Text that holds none of the words is a problem, and the text is kept. */
export function choiceCell<V extends string>(name: string, choices: readonly Choice<V>[]): CellType<V> {
  const words = choices
    .flatMap(({ value, words }) => words.map((word) => ({ value, word })))
    .sort((a, b) => b.word.length - a.word.length);
  return {
    name,
    parse: (text) => {
      if (saysNothing(text)) return { value: null };
      const found = words.find(({ word }) => text.includes(word));
      if (found !== undefined) return { value: found.value };
      return {
        value: null,
        problem: `看不懂“${text.slice(0, 20)}”，可填：${choices.map((choice) => choice.words[0]).join("、")}`,
      };
    },
    render: (value) => choices.find((choice) => choice.value === value)?.words[0] ?? value,
  };
}
