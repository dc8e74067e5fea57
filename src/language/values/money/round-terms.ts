import { partsSaid } from '../parts-said.js';
import { readAmount } from './amounts.js';
import { readWhole } from '../numbers.js';
import { readDeadline } from '../time/times.js';

/** What a secretary wants of a pledge round, as far as it was said. */
interface RoundWords {
  readonly closesAt?: Date;
  readonly days?: number;
  readonly minimumFen?: number;
  readonly capFen?: number;
  /** Every household has to take part. */
  readonly everyHousehold?: true;
}

const minimum =
  /(?:最低|最少|至少|保底|不少于|不低于|起码|达到|(?=[凑筹认][够到满]))(?:要|额|限额|认筹)?(?:[凑筹认](?:够|到|满|齐)?)?(?:是|为|:)?/u;
/** 全部住户都认, 每户都要认, 118户全认, 一户不少. */
const everyHousehold =
  /^(?:要|须|必须|需要)?(?:(?:全部|全体|所有|每一?|家家|各)?(?:住|\d{1,4})?户(?:户)?(?:都|全部|全)(?:要|得|须|必须)?(?:认|认筹|认捐|参加|参与|出|同意)(?:了|齐|满)?(?:才(?:收款|算|开工|行))?|一户(?:都)?不(?:能)?(?:少|缺)|一户不落)$/u;
const cap =
  /(?:每户|一户|每家|一家)?(?:最多|顶多|至多|上限|封顶|最高|不(?:能|得|准)?超过?)(?:认筹|认捐|出)?(?:是|为|:)?/u;

const period =
  /^(?:为期|共|开放|期限|时间|认筹期?)?(?:是|为)?(?<n>\d{1,3}|半|[一二两三四五六七八九十]{1,3})(?:个?(?<unit>天|周|星期)|个(?<months>月))$/u;
const daysIn: Readonly<Record<string, number>> = { 天: 1, 周: 7, 星期: 7, 月: 30 };

/** Reads `截止4月20日，最低5万元，每户最多2000元`; null where a part of it says none of these, or one of them twice. */
export function readRoundTerms(text: string, now: Date): RoundWords | null {
  const parts = partsSaid(text);
  const terms: Record<string, Date | number | true> = {};
  for (const part of parts) {
    const term = termIn(part, now);
    if (!term || term[0] in terms) return null;
    terms[term[0]] = term[1];
  }
  return parts.length === 0 ? null : terms;
}

function termIn(part: string, now: Date): readonly [keyof RoundWords, Date | number | true] | null {
  if (everyHousehold.test(part)) return ['everyHousehold', true];
  for (const [name, words] of [
    ['minimumFen', minimum],
    ['capFen', cap],
  ] as const) {
    if (!words.test(part)) continue;
    const amount = readAmount(part.replace(words, ''));
    return amount.kind === 'exact' && amount.fen > 0 ? [name, amount.fen] : null;
  }
  const { n, months, unit = months } = period.exec(part)?.groups ?? {};
  const count = n === undefined ? null : n === '半' ? 0.5 : readWhole(n);
  if (count !== null && unit !== undefined) return ['days', Math.floor(count * (daysIn[unit] ?? 1))];
  const deadline = readDeadline(part, now);
  return deadline.kind === 'at' || deadline.kind === 'past' ? ['closesAt', deadline.at] : null;
}

const ofRound = /(?:认[筹捐领](?:款)?|筹款)(?:期限?|时间)?(?:就|是|定|到|至|认|筹|截止|[:,，])*/gu;

/** 认筹认到下个月15号，每户最多300 as the terms of a round alone; null where nothing of one is said. */
export function roundTermsIn(text: string): string | null {
  const parts = partsSaid(text).map(part => {
    const bare = part.replaceAll(ofRound, '').replace(/^(?:就|先|再|到|至|截止)+/u, '');
    if (cap.test(part) || minimum.test(part)) return bare;
    return bare === part || bare === '' ? part : bare.replace(/^/u, bare.includes('截止') ? '' : '截止');
  });
  return parts.length === 0 ? null : parts.join('，');
}
