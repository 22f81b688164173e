/** Endings of departments and units; a text that has none is taken for a person. */
const departments = /(?:部|科|室|处|局|队|站|所|组|办|中心|公司|党委|党组|党支部|工会|团委|委员会)$/;

/** A cell that holds department and person: `营销中心/示例甲`, `营销中心 示例甲`, `营销中心（示例甲）`, or one of them. */
export function splitParts(text: string): readonly [string, string] {
  const plain = text.trim();
  const match =
    /^([^/／\n(（:：]+?)\s*[/／\n(（:：]\s*([\s\S]+?)[)）]?$/.exec(plain) ?? /^(\S+)\s+(\S[\s\S]*)$/.exec(plain);
  if (match !== null) return [match[1] ?? "", match[2] ?? ""];
  return departments.test(plain) ? [plain, ""] : ["", plain];
}
