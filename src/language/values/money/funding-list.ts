import { onlyOne } from '../../../domain/only-one.js';
import { sourceNamed } from '../../../domain/funds/source-names.js';
import { partsSaid } from '../parts-said.js';
import { cutOut } from '../span.js';
import { sumsSaid } from './sums-said.js';

/** One source of a funding plan, as it was said. */
export interface SaidSource {
  readonly name: string;
  readonly amountFen: number;
  /** What stands in brackets behind it: 批文桓财2026-12号, 3号表决. */
  readonly evidence: string | null;
}

const most = 10;

/** 3号表决定的, 基金2026-3号决定: what a source stands on, said behind it without brackets. */
const ground = /表决|批文|批复|文件|决定|决议|号文|纪要|协议/u;
/** 去年的6号表决定过的 is 6号表决. */
const groundLead = /^(?:是|有|凭|依据|按照?|经|(?:去年|前年|今年|上次|之前|早就?)的?){1,4}(?=.{2})/u;
const groundTail = /(?:(?<=表决)定|同意|通过)?过?的$/u;
const lead =
  /^(?:(?:这|那)?(?:个|边)?(?:的)?(?:钱|资金|款)(?:嘛|呢|呀|啊|的)*(?:就|都)?(?:这么|从这)?(?:来|出)?(?:的)?|其中)[\s,，:：]+/u;
/** 缺的一千二 慈善基金补: the sum of what is lacking, and who makes it up. */
const lacking = /^(?:(?:还)?(?:缺|差|少)(?:的|口)?(?:钱)?(?:是)?)?$/u;

/**
 * Reads `居民60000元，奖补150000元（批文桓财2026-12号），公共收益26000元（3号表决）`, also with blanks for the commas and without the unit: every
 * part a name with one exact sum, and its evidence in brackets or behind it. Null where a part cannot be read, or a name stands twice.
 */
export function readFundingList(text: string): SaidSource[] | null {
  const list: SaidSource[] = [];
  for (const part of partsOf(text)) {
    const last = list.at(-1);
    if (last && last.evidence === null && ground.test(part) && !part.includes('('))
      list[list.length - 1] = { ...last, evidence: part.replace(groundLead, '').replace(groundTail, '') };
    else {
      const one = readOne(part);
      if (!one) return null;
      list.push(one);
    }
  }
  const isWhole = list.length > 0 && list.length <= most;
  return isWhole && new Set(list.map(({ name }) => name)).size === list.length ? list : null;
}

/** The parts of a list that name no source with one exact sum, and are no evidence of the one before them. */
export function unreadSources(text: string): string[] {
  return partsOf(text).filter((part, index) => {
    const one = readOne(part);
    return one ? sourceNamed(one.name) === undefined : index === 0 || !ground.test(part);
  });
}

function partsOf(text: string): string[] {
  return joined(partsSaid(text.normalize('NFKC').replace(lead, '')));
}

/** A sum that has a part of its own belongs to the name behind it. */
function joined([first = '', second = '', ...others]: readonly string[]): string[] {
  const sum = onlyOne(sumsSaid(first) ?? []);
  const isLacking = sum && lacking.test(first.slice(0, sum.start)) && first.length === sum.end;
  const isName = second !== '' && !ground.test(second) && sumsSaid(second)?.length === 0;
  if (isLacking && isName) return [`${second}${first.slice(sum.start)}`, ...others];
  return [first, second, ...others].filter(Boolean);
}

/** The street's office pays no other money than this. */
const ofState = /^(?:街道|办事处|政府|上级|上面|区里?|县里?|市里?|财政)(?:(?:奖)?补(?:助|贴)?|给|拨)(?:款)?$/u;

function readOne(part: string): SaidSource | null {
  const {
    head = '',
    evidence = '',
    tail = '',
  } = /^(?<head>[^(]*)(?:\((?<evidence>[^()]{1,100})\))?(?<tail>[^()]*)$/u.exec(part)?.groups ?? {};
  const words = `${head}${tail}`;
  const amount = onlyOne(sumsSaid(words) ?? []);
  if (!amount) return null;
  const said = cutOut(words, [amount]).replaceAll(/[\s:：]/gu, '');
  const name = ofState.test(said)
    ? '奖补'
    : said.replace(
        /^(?:还?(?:缺|差|少)[的口]?|[剩余]下?的?|其[余他]的?|另外的?|不够的?)?(?:就|都|再)?(?:由|从|用|走|靠)?(?=.{2})|(?:里[头面]?|那边)?(?:部分)?(?:来)?(?:[出拿掏垫]|解决|承担|(?<!奖)补)?$/gu,
        '',
      );
  return name === '' || /\d/u.test(name) ? null : { name, amountFen: amount.fen, evidence: evidence.trim() || null };
}
