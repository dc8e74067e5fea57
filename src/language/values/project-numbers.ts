import { chineseNumerals, readSequence } from './numbers.js';
import { remembered } from './manner/remembered.js';
import type { Span } from './span.js';

const n = `(?:\\d{1,6}|[${chineseNumerals}]{1,5})`;
const numberPattern = new RegExp(
  [
    `#\\s*(?<hash>\\d{1,6})(?!楼)(?:号)?(?:的)?(?:项目|提案|提议|议题)?`,
    `第\\s*(?<nth>${n})\\s*(?:号|个(?=项目|提案|提议))(?:楼(?!道|上))?(?:的)?(?:这个|那个)?(?:项目|提案|提议|议案|议题)?`,
    `(?<![\\d.一二三四五六七八九十月])(?<before>${n})\\s?号(?:的)?(?:这个|那个)?(?:众筹)?(?:项目|提案|提议|议案|议题)`,
    // 3号楼2单元301十二号: digits of a room, and then a number in words.
    `(?<=单元\\d{3,4}[室户]?)(?:第)?(?<flat>[${chineseNumerals}]{1,4})号(?:项目|提案)?`,
    `(?<![\\d.])(?<bare>\\d{1,6})(?:项目|提案)`,
    `(?:项目|提案|提议|议题|编号|[Nn][Oo]\\.?)(?:编号|号)?[:：是为]?\\s*(?:第)?#?(?<after>\\d{1,6}|[${chineseNumerals}]{1,4}(?=号))(?:号)?(?![\\d.]*(?:元|块|万|%|分|星|个|天|月|年|小时|盏|台))`,
    `(?<![\\d.月${chineseNumerals}]|\\d[-—])(?<alone>${n})\\s?号(?!楼|表决定|文(?!化)|公示(?:期)?满|栋|院|线|单元|门|房|室|机|晚|上午|下午|中午|早|凌晨|截|之前|以前|前|那天|当天|以后|后|开始|到|至|停|开会|下班|\\d+[点:]|[一二三四五六七八九十]+点|[东西南北]|人|码|电|字|车|球|床|位|选手|家|户|群|申请(?=[我俺的那这批吧了]|通过|没问题|$))`,
    `(?<![\\d])(?<tail>\\d{1,4})#(?!楼)`,
  ].join('|'),
  'gu',
);

/** The number of a project or poll, such as 12号, #12, 第十二号项目. */
interface FoundNumber extends Span {
  readonly no: number;
}

export const findNumbers = remembered((text: string): readonly FoundNumber[] => {
  if (!/[号#]|项目|提案|提议|议题|编号|NO/iu.test(text)) return [];
  const numbers: FoundNumber[] = [];
  for (const found of text.matchAll(numberPattern)) {
    const { hash, nth, before, flat, bare, after, alone, tail } = found.groups ?? {};
    const no = readSequence(hash ?? nth ?? before ?? flat ?? bare ?? after ?? alone ?? tail ?? '');
    if (no !== null && no > 0 && no < 1_000_000)
      numbers.push({ start: found.index, end: found.index + found[0].length, no });
  }
  return numbers;
});
