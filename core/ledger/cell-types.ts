import type { CellType } from "./column.ts";

/** Marks that clerks write for "nothing", without blanks and in plain width. */
const nothing = new Set(["", "/", "\\", "-", "--", "---", "—", "——", "–", "无", "暂无", "空", "N/A", "n/a", "…", "."]);

export function saysNothing(text: string): boolean {
  return nothing.has(text.normalize("NFKC").trim().replace(/。$/, ""));
}

export const textCell: CellType<string> = {
  name: "text",
  parse: (text) => ({ value: saysNothing(text) ? null : text.trim() }),
  render: (value) => value,
};

/** Telephone numbers beside a name are no part of it. */
const telephone = /[(（]?(?:电话|手机|联系电话)?[:：]?\s*\+?\d[\d\- ]{6,17}\d[)）]?/g;

/** Parts names, but not the offices in brackets behind one: `张某（党组书记、局长）、李某`. */
function splitNames(text: string): readonly string[] {
  const parts = text.split(/([（(][^（()）\r\n]*[)）])|[、,，;；/／|\r\n]+/);
  const names: string[] = [""];
  // The text between separators and, at odd places, a bracket that belongs to it or undefined at a separator.
  parts.forEach((part, at) => {
    if (at % 2 === 1 && part === undefined) names.push("");
    else names.push((names.pop() ?? "") + part);
  });
  return names;
}

/** Several names in one cell, separated by 、 ， ； / | a line break or a blank; a telephone number is left out. */
export const peopleCell: CellType<readonly string[]> = {
  name: "people",
  parse: (text) => {
    if (saysNothing(text)) return { value: null };
    const names = splitNames(text.replace(telephone, " "))
      .flatMap(splitAtBlanks)
      .filter((name) => !saysNothing(name));
    return { value: names.length === 0 ? null : names };
  },
  render: (value) => value.join("、"),
};

/** Endings of offices and departments: `张某 局长` is one person, `营销中心 张某` one too. */
const noName = /(?:部|科|室|处|局|队|站|所|组|办|中心|公司|长|主任|书记|经理|主管|专员|委员)$/;

/** Blanks part names (`李某 王某`), or only stretch one, as names of two letters are printed (`张　某`). */
function splitAtBlanks(names: string): readonly string[] {
  const parts = names.trim().split(/\s+/);
  if (/^[\u4e00-\u9fff]\s+[\u4e00-\u9fff]$/.test(names.trim())) return [parts.join("")];
  const areNames = parts.every((part) => /^[\u4e00-\u9fff]{2,4}$/.test(part) && !noName.test(part));
  return areNames ? parts : [names.trim()];
}

export interface Choice<V extends string> {
  readonly value: V;
  /** The first word is the one this system writes; a cell matches the longest word it contains. */
  readonly words: readonly string[];
}

interface Word<V> {
  readonly value: V;
  readonly word: string;
}

function longestFirst<V extends string>(choices: readonly Choice<V>[]): readonly Word<V>[] {
  return choices
    .flatMap(({ value, words }) => words.map((word) => ({ value, word })))
    .sort((a, b) => b.word.length - a.word.length);
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

function unreadable<V extends string>(text: string, choices: readonly Choice<V>[]): string {
  return `看不懂“${text.trim().slice(0, 20)}”，可填：${choices.map((choice) => choice.words[0]).join("、")}`;
}

/** One of a closed list. Text that holds none of the words is a problem, and the text is kept. */
export function choiceCell<V extends string>(name: string, choices: readonly Choice<V>[]): CellType<V> {
  const words = longestFirst(choices);
  return {
    name,
    parse: (text) => {
      if (saysNothing(text)) return { value: null };
      const bare = plain(text);
      const found = words.find(({ word }) => bare.includes(word));
      return found === undefined ? { value: null, problem: unreadable(text, choices) } : { value: found.value };
    },
    render: (value) => choices.find((choice) => choice.value === value)?.words[0] ?? value,
  };
}

/** Any number of a closed list, in the order of the list: `走访、座谈`. */
export function choicesCell<V extends string>(name: string, choices: readonly Choice<V>[]): CellType<readonly V[]> {
  const words = longestFirst(choices);
  return {
    name,
    parse: (text) => {
      if (saysNothing(text)) return { value: null };
      let rest = plain(text);
      const found = new Set<V>();
      for (const { value, word } of words) {
        if (!rest.includes(word)) continue;
        found.add(value);
        // What a longer word has explained is not read again by a shorter one.
        rest = rest.replaceAll(word, "|");
      }
      if (found.size === 0) return { value: null, problem: unreadable(text, choices) };
      return { value: choices.map(({ value }) => value).filter((value) => found.has(value)) };
    },
    render: (values) =>
      choices
        .filter(({ value }) => values.includes(value))
        .map(({ words }) => words[0])
        .join("、"),
  };
}
