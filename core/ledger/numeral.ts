const digits = "零一二三四五六七八九";
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Chinese numerals below 10,000 (十五, 二十, 一百零二), 两 and positional years (二〇二三); null for anything else. */
export function readNumeral(text: string): number | null {
  const plain = text.replaceAll("〇", "零").replaceAll("○", "零").replaceAll("两", "二");
  if (!/^[零一二三四五六七八九十百千]{1,9}$/.test(plain)) return null;
  if (!/[十百千]/.test(plain)) {
    return plain.length === 1 || plain.length === 4
      ? Number([...plain].map((digit) => digits.indexOf(digit)).join(""))
      : null;
  }
  let sum = 0;
  let digit: number | null = null;
  let lastScale = 10_000;
  for (const letter of plain) {
    const scale = scales[letter];
    if (scale === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = digits.indexOf(letter);
      continue;
    }
    if (scale >= lastScale || (digit === null && scale !== 10)) return null;
    sum += (digit ?? 1) * scale;
    lastScale = scale;
    digit = null;
  }
  return sum + (digit ?? 0);
}

/** Numerals before a unit of time become digits: 十一月底 -> 11月底, 二〇二三年 -> 2023年, 两周 -> 2周. */
export function withDigits(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九十两]{1,5}(?=年|月|日|号|天|周|个|季度|星期|工作日)/g, (numeral) => {
    const value = readNumeral(numeral);
    return value === null ? numeral : String(value);
  });
}
