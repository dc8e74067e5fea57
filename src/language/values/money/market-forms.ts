import { partsSaid } from '../parts-said.js';
import { readAmount } from './amounts.js';

/** Whose a space is, as it was said, with what stands in brackets behind it. */
interface SaidOwner {
  readonly ownership: 'owners' | 'committee' | 'public';
  readonly consent: string | null;
}

/** Reads `业主共有（3号表决）`, `居委会所有（2月3日会议决定）`, `公有（街道同意书）`; null for anything else. */
export function readOwner(text: string): SaidOwner | null {
  const form =
    /^(?:(?<owners>(?:全体)?业主(?:共有|的?共有部分)?)|(?<committee>(?:社区)?居委会(?:所有|自有|的)?)|(?:公有|国有|政府所有|街道所有))(?:\((?<consent>[^()]{2,100})\))?$/u;
  const [first = '', ground, ...others] = partsSaid(text);
  const owner = first.replace(/^(?:产权)?(?:是|归|属于?|为)(?=.{2})/u, '');
  // 业主共有 3号表决: what it stands on, behind a blank or a comma for the brackets.
  const isBeside = ground !== undefined && others.length === 0 && !owner.includes('(');
  const bare = text.normalize('NFKC').replace(first, owner);
  const said = isBeside ? `${owner}(${ground.replace(/^\((.*)\)$/u, '$1')})` : bare;
  const found = form.exec(said.replace(/[。!]$/u, '').replaceAll(/\s/gu, ''));
  if (!found) return null;
  const { owners, committee, consent } = found.groups ?? {};
  return { ownership: owners ? 'owners' : committee ? 'committee' : 'public', consent: consent ?? null };
}

/** An agreement as it was said: what was left out is null. */
export interface SaidAgreement {
  readonly space: number | null;
  /** The words for it, where no number was said. */
  readonly spaceName: string | null;
  readonly operator: string | null;
  readonly basis: 'revenue' | 'profit' | 'fixed' | null;
  /** As it was said: `8%`. */
  readonly rate: string | null;
  /** What is guaranteed, or the fixed sum, in fen. */
  readonly minFen: number;
  readonly cycle: 'month' | 'quarter';
  /** As they were said: `2026年3月1日到2027年2月28日`. */
  readonly days: string | null;
  readonly contact: string | null;
  readonly destination: { readonly to: 'fund' | 'owners'; readonly consent: string | null } | null;
}

/**
 * Reads `空间1，惠民理发店，按收入8%，保底200元，2026年3月1日到2027年2月28日，联系人李四`: the parts in any order. Null where a part
 * cannot be read, or two say the same.
 */
export function readAgreement(text: string): SaidAgreement | null {
  const parts = partsSaid(text);
  let said: Part = {};
  for (const part of withTerm(parts)) {
    const read = readPart(part);
    if (!read || Object.keys(read).some(name => name in said)) return null;
    said = { ...said, ...read };
  }
  return { ...nothing, ...said };
}

/** The parts that say nothing of an agreement. */
export function unreadTerms(text: string): string[] {
  return withTerm(partsSaid(text)).filter(part => readPart(part) === null);
}

const nothing: SaidAgreement = {
  space: null,
  spaceName: null,
  operator: null,
  basis: null,
  rate: null,
  minFen: 0,
  cycle: 'month',
  days: null,
  contact: null,
  destination: null,
};

type Part = { -readonly [K in keyof SaidAgreement]?: SaidAgreement[K] };

function readPart(part: string): Part | null {
  const space = /^空间(\d{1,5})号?(?:(?:出?租给|交给|给)(.{2,40}))?$/u.exec(part);
  if (space) return { space: Number(space[1]), ...(space[2] ? { operator: space[2] } : {}) };
  const letTo = /^(?<name>.{1,20}?)(?:出?租给|交给|包给)(?<to>.{2,40})$/u.exec(part)?.groups;
  if (letTo) return { spaceName: letTo['name'] ?? '', operator: letTo['to'] ?? '' };
  const party = /^(?:承租[方人]|经营[方者]|租户|乙方|租给)(?:是|为|:)?\s*(.{2,40})$/u.exec(part);
  if (party?.[1]) return { operator: party[1] };
  const share =
    /^按?(?:每[月季]度?)?(?:(营业收入|营业额|营收|收入)|净?利润)的?((?:百分之\s*[零一二三四五六七八九十]{1,4})|(?:百分之)?\s*[-−\d.]+\s*%?)(?:来)?(?:分成?|提成|交)?$/u.exec(
      part,
    );
  if (share) return { basis: share[1] ? 'revenue' : 'profit', rate: (share[2] ?? '').replaceAll(/\s/gu, '') };
  const fixed = /^(?:每(?:期|个?月|季度?))?(?:固定)(?:每(?:期|个?月|季度?))?(?:交)?(.{1,20})$/u.exec(part);
  if (fixed) return sum(fixed[1], { basis: 'fixed' });
  const least = /^(?:每(?:期|个?月|季度?))?(?:保底|最低|最少|至少|不低于)(?:每(?:期|个?月|季度?))?(.{1,20})$/u.exec(
    part,
  );
  if (least) return sum(least[1], {});
  const cycle = /^按(月|季)度?(?:申报|上报|报|结算|结|交)?$/u.exec(part);
  if (cycle) return { cycle: cycle[1] === '月' ? 'month' : 'quarter' };
  const contact = /^联系人:?\s*(.{2,40})$/u.exec(part);
  if (contact?.[1]) return { contact: contact[1] };
  const goes =
    /^(?:收益|分成)(?:进|归|给|捐给)(?:(?:社区)?(慈善基金)|(?:全体)?业主(?:公共收益)?|公共收益)(?:\(([^()]{2,100})\))?$/u;
  const destination = goes.exec(part);
  if (destination) return { destination: { to: destination[1] ? 'fund' : 'owners', consent: destination[2] ?? null } };
  if (/^(?:从|自)?\d.*日?(?:起)?(?:到|至)(?:\d|[今明]年)/u.test(part)) return { days: part };
  return [...part].length >= 2 && [...part].length <= 40 && !/\d\s*[%元]/u.test(part) ? { operator: part } : null;
}

const term = /^(?:期限|租期|为期|租)(?:是|为)?(?<years>[一二两三四五1-5])年$/u;
const begins = /^(?:自|从)?(?<year>20\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})[日号](?:起(?:算)?|开始)?$/u;

/** 期限一年，自2026年4月1日起: the days from the first to the last. */
function withTerm(parts: readonly string[]): string[] {
  const years = parts.map(part => term.exec(part)?.groups?.['years']).find(Boolean);
  const from = parts.map(part => begins.exec(part)?.groups).find(Boolean);
  if (years === undefined || !from) return [...parts];
  const last = new Date(
    Date.UTC(
      Number(from['year']) + ('一二三四五'.indexOf(years) + 1 || Number(years.replace('两', '2'))),
      Number(from['month']) - 1,
      Number(from['day']) - 1,
    ),
  );
  const until = `${last.getUTCFullYear()}年${last.getUTCMonth() + 1}月${last.getUTCDate()}日`;
  const days = `${from['year']}年${from['month']}月${from['day']}日到${until}`;
  return [...parts.filter(part => !term.test(part) && !begins.test(part)), days];
}

/** What is left of a part as a sum of money. */
function sum(said: string | undefined, rest: Part): Part | null {
  const amount = readAmount(said ?? '');
  return amount.kind === 'exact' && amount.fen > 0 ? { ...rest, minFen: amount.fen } : null;
}

/** The figure of a declaration, in fen; nothing earned is a figure too. Null where it is none that is sure. */
export function readBase(said: string): number | null {
  if (/^(?:0(?:\.0{1,2})?|零|没有|无)元?$/u.test(said.normalize('NFKC').trim())) return 0;
  const amount = readAmount(said);
  return amount.kind === 'exact' ? amount.fen : null;
}
