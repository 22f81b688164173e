import { type StatusWord, statusWords } from "./claim-words.ts";

const longest = [...statusWords].filter(([word]) => word.length > 1).sort((a, b) => b[0].length - a[0].length);
/** Words around a status that leave it as it is. */
const padding =
  /整改任务|整改工作|整改措施|各项措施|问题|任务|措施|事项|工作|整改|目前|现已|现在|现|均已|均|全部|已经|已|了|按期|按时|如期|提前|正在|于|该|此项|该项|全面|完毕|验收|状态|转为|转入|为|:|严格|(?:按照?|依照)(?:要求|规定|计划)|\d{2,4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}月\d{1,2}日|\d{1,2}月(?:底|末|份)?/g;
const negation = /未|没|尚未|暂未|无法|不能|不(?!断)|待/;
const stem = /完成|整改|启动|开始|销号|解决|落实|办结|闭环|验收|到位|开展|推进|达标|实施|通过/;
/** What is meant to be says nothing of what is. */
const intention = /^(?:预计|计划|拟|力争|争取|确保|将|下一步)/;

/**
 * What one clause of a status cell says: the word itself, a negation before anything else (未完成 contains 完成), or the
 * longest word with nothing but padding around it. null: not a status.
 */
export function readStatusWord(clause: string): StatusWord | null {
  const exact = statusWords.get(clause.toLowerCase());
  if (exact !== undefined) return exact;
  const share = readShare(clause);
  if (share !== null) return share;
  if (intention.test(clause) && stem.test(clause)) return { claim: null };
  if (negation.test(clause)) {
    const rest = clause.replace(padding, "");
    return stem.test(clause) && rest.length <= 8 ? { claim: "REGISTERED" } : null;
  }
  const found = longest.find(([word]) => clause.includes(word) && clause.replace(word, "").replace(padding, "") === "");
  return found?.[1] ?? null;
}

/** `60%`, `已完成80%`, `8/10`: a share of the work. */
function readShare(clause: string): StatusWord | null {
  const percent = /^(?:已|整改)?(?:完成|进度|整改|办结)?(?:率|度)?:?(?:约|至|到|达)?(\d{1,3})(?:\.\d+)?%$/.exec(
    clause.replace("已完成", "完成"),
  );
  const ratio = /^(\d{1,4})\/(\d{1,4})$/.exec(clause);
  const value =
    percent !== null
      ? Number(percent[1])
      : ratio !== null && Number(ratio[2]) > 0
        ? Math.floor((Number(ratio[1]) / Number(ratio[2])) * 100)
        : null;
  if (value === null || value > 100) return null;
  if (value === 0) return { claim: "REGISTERED", percent: 0 };
  return { claim: value === 100 ? "COMPLETE" : "IN_PROGRESS", percent: value };
}
