/** What a row of the grid is when it is not an entry: told from its texts alone. */

export interface SectionHead {
  readonly kind: "section";
  /** 1 for 一、, 2 for （一）. */
  readonly level: number;
  /** Without numbering and count. */
  readonly title: string;
  /** The 5 of `（5个）`: a check value. */
  readonly declared: number | null;
}

export type TotalWord = "TOTAL" | "SUBTOTAL";

const numbering =
  /^(?:(?<one>[一二三四五六七八九十]{1,3}[、.,:]|第[一二三四五六七八九十\d]{1,3}(?:类|部分|方面|批)[、:,.]?|[IVX]{1,4}[.、])|(?<two>\([一二三四五六七八九十]{1,3}\)[、.]?))/;
const countHint =
  /\((?:共|计|合计)?(\d{1,5})(?:个|项|条|件|类|起|份)?(?:问题|课题|意见|建议)?\)|(?:共|计)(\d{1,5})(?:个|项|条|件)$/;

/** `一、影响制约高质量发展的问题（5个）` and the like; null when the text is no section head. */
export function readSection(text: string): SectionHead | null {
  const plain = plainText(text);
  const match = numbering.exec(plain);
  const count = countHint.exec(plain);
  const bare = match === null ? plain : plain.slice(match[0].length);
  const title = bare.replace(countHint, "").replace(/[:、,.;]+$/, "");
  if (title === "" || title.length > 60) return null;
  if (match === null && count === null && !/^(?:类别|类型|问题类别|分类):/.test(plain)) return null;
  return {
    kind: "section",
    level: match?.groups?.two === undefined ? 1 : 2,
    title: title.replace(/^(?:类别|类型|问题类别|分类):/, ""),
    declared: count === null ? null : Number(count[1] ?? count[2]),
  };
}

/** Begins with 一、 or （一） and the like. */
export function isNumbered(text: string): boolean {
  return numbering.test(plainText(text));
}

/** 合计 speaks for the whole table, 小计 for the rows since the last section head or 小计. */
export function readTotal(text: string): TotalWord | null {
  const match =
    /^(合计|小计|总计|共计|累计|总数|本页合计|本页小计)(?![\u4e00-\u9fff])|^(?:合计|总计|共计)共?\d|^(?:以上|上述)(?:合计|总计|共计|共)\d/.exec(
      plainText(text),
    );
  if (match === null) return null;
  return (match[1] ?? "").includes("小计") || (match[1] ?? "").startsWith("本页") ? "SUBTOTAL" : "TOTAL";
}

/** The first whole number of a text such as `10`, `共10项`, `１０个`; null when it has none. */
export function readCount(text: string): number | null {
  const match = /\d{1,7}/.exec(plainText(text).replaceAll(",", ""));
  return match === null ? null : Number(match[0]);
}

const notes =
  /^(?:注|备注|说明|附注|附|填表说明|填报说明|填表要求|填报要求|备注说明|重要提示|温馨提示)(?:\d|一|1)?[:.、]/;
const blankBelow = /^\(?以下(?:空白|无正文|为空)\)?$/;
const signatures =
  /^(?:[\u4e00-\u9fff]{0,10}(?:负责人|签字|签名|签章|盖章|联系人|联系电话|联系方式|(?:填表|填报|制表|审核|审批|复核|签发|经办|报送|主管)(?:人|单位|部门|领导|日期|时间)?)(?:\((?:签字|签名|盖章|公章)\))*|单位|日期)\s*[:]/;

/** 注：, 填表说明：, 整改单位负责人：, 检查人员签字： */
export function isFoot(text: string): boolean {
  const plain = plainText(text);
  return notes.test(plain) || blankBelow.test(plain) || (signatures.test(plain) && plain.length <= 80);
}

/** 同上, 〃 and the marks that stand for them. */
export function isDitto(text: string): boolean {
  return /^\s*(?:同上|同前|同上栏|〃|″|”|"|''|々)\s*$/.test(text);
}

function plainText(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}
