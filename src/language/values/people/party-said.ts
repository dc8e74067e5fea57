import { onlyOne } from '../../../domain/only-one.js';

/** What the name of a company or an office ends in. */
const ofFirm = '公司|集团|分局|中心|大队|中队|支队|部门|单位|开发商|管理处|办事处|派出所|[局所站院厂处科队]';
const ofPlace = '物业|业委会|居委会|街道|社区';
/** A sign of a name: none that ties it to other words. */
const sign = '(?![的了是归给由转找让请把跟和与])[\\p{Script=Han}A-Za-z]';
/** What stands before a name and is none of it, or the beginning of a clause. 不归物业 names nobody. */
const before =
  '(?:(?<![不没])(?:归属?于?|属于?|转交给?|转给|转|交给|由|找|请|让|给|是|为)|(?<=^|[\\s，,。；;：:、!！])(?:那|这|就|应|该)*)';
const pronoun = '(?![我俺咱他她它您你人别那这其])';
const behind = '(?=$|[\\s，,。；;：:、!！?？]|[的去来或管修弄负出看查回处办做接在已都也说要得那配补换装清])';
const party = new RegExp(
  `${before}(?<party>${pronoun}(?:(?:${sign}){0,10}?(?:${ofPlace})|(?:${sign}){1,14}?(?:${ofFirm})))${behind}`,
  'gu',
);

/** The one company or office that the words name: 排水公司 of 转给排水公司去办. Null where they name none, or more than one. */
export function partySaid(text: string): string | null {
  const named = new Set([...text.matchAll(party)].map(({ groups }) => groups?.['party'] ?? ''));
  return onlyOne(named) ?? null;
}

/** The name alone where other words stand round it (排水公司去办, 那是供电公司的线); what stands behind a comma, such as a telephone, stays. */
export function partyAlone(words: string): string {
  const [first = '', ...others] = words.split(/(?<=[，,；;])/u);
  const name = partySaid(first.replace(/[，,；;]$/u, ''));
  if (name === null || first === name || first.startsWith(`${name}，`)) return words;
  const kept = others.filter(other => /电话|\d{5,}/u.test(other)).join('');
  return kept === '' ? name : `${name}，${kept}`;
}
