import { dayOf } from '../calendar.js';
import { weighedPercent } from '../works/milestones.js';
import { Refusal } from '../refusal.js';
import type { RuleSet } from '../rules.js';

/** How a payment stands to the works: ahead of them (预付款), with a milestone that was reached (进度款), or neither. */
export type Stage = 'advance' | 'progress';

/** What the words of a request say about how it is paid (docs/domain.md 8.4). */
export interface PaymentTerms {
  readonly stage: Stage | null;
  /** What is kept back of the amount until the end of the warranty (质保金), in fen. */
  readonly retainedFen: number;
  /** The last day of the warranty, `2027-06-30`; null where nothing is kept back. */
  readonly warrantyOn: string | null;
}

type TermRules = Pick<
  RuleSet,
  'retentionPercent' | 'retentionMostPercent' | 'warrantyMonths' | 'advancePercent' | 'whiteSlipFen'
>;

/**
 * Reads `预付款`, `进度款`, `留质保金3%，到2027年6月30日` and `白条，证明人张三、李四` out of the words of a request. Where something is
 * kept back and the words do not say how much or until when, the rules of the day do.
 */
export function termsIn(
  purpose: string,
  { amountFen, rules, now }: { amountFen: number; rules: TermRules; now: Date },
): PaymentTerms {
  const text = purpose.normalize('NFKC');
  ensureSlip(text, amountFen, rules);
  // A prepaid meter (预付费电表) is not an advance.
  const stage = /预付(?!费)/u.test(text) ? 'advance' : /进度款/u.test(text) ? 'progress' : null;
  const keeps = /(?:留|扣)(?:下|出|存)?(?:质保金|保修金|质量保证金)(?<rest>[^]*)/u.exec(text);
  if (!keeps) return { stage, retainedFen: 0, warrantyOn: null };
  const rest = keeps.groups?.['rest'] ?? '';
  return { stage, retainedFen: keptIn(rest, amountFen, rules), warrantyOn: lastDayIn(rest, rules, now) };
}

/** What is kept back: the sum or the share that was said, or the usual share rounded to the fen; never above the most. */
function keptIn(rest: string, amountFen: number, { retentionPercent, retentionMostPercent }: TermRules): number {
  const said = /^[:：为是\s]*(?<number>\d{1,9}(?:\.\d{1,2})?)\s*(?<unit>元|%)/u.exec(rest)?.groups;
  const hundredths = said ? hundredthsOf(said['number'] ?? '') : retentionPercent * 100;
  const isSum = said?.['unit'] === '元';
  const keptFen = isSum ? hundredths : Math.round((amountFen * hundredths) / 10_000);
  const mostFen = Math.floor((amountFen * retentionMostPercent) / 100);
  if (keptFen <= 0 || keptFen > mostFen)
    throw new Refusal('retention.most', { percent: retentionMostPercent, mostFen });
  return keptFen;
}

/** `45.5` as 4550, exactly. */
function hundredthsOf(number: string): number {
  const [whole = '0', part = ''] = number.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** The last day of the warranty: the one that was said, which must exist and lie ahead, or so many months from now. */
function lastDayIn(rest: string, { warrantyMonths }: TermRules, now: Date): string {
  const said = /(?<year>20\d\d)[年/.-](?<month>\d{1,2})[月/.-](?<day>\d{1,2})/u.exec(rest)?.groups;
  if (!said) return monthsLater(now, warrantyMonths);
  const day = [said['year'], said['month']?.padStart(2, '0'), said['day']?.padStart(2, '0')].join('-');
  const at = new Date(`${day}T12:00:00+08:00`);
  if (Number.isNaN(at.getTime()) || dayOf(at) !== day || day <= dayOf(now)) throw new Refusal('retention.day', { day });
  return day;
}

/** The same day some months later, or the last of that month where it has no such day. */
function monthsLater(now: Date, months: number): string {
  const [year = 0, month = 0, day = 0] = dayOf(now).split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}

/** A payment without an invoice (白条) stays small and has two witnesses. */
function ensureSlip(text: string, amountFen: number, { whiteSlipFen }: TermRules): void {
  if (!/白条|无发票|没有发票/u.test(text)) return;
  if (amountFen > whiteSlipFen || new Set(witnessesIn(text)).size < 2)
    throw new Refusal('slip.rule', { mostFen: whiteSlipFen });
}

/** Who saw it (证明人), where the words of a request name them. */
export function witnessesIn(purpose: string): string[] {
  const named = /证明人[:：是为\s]*(?<names>[^，,。；;]{1,40})/u.exec(purpose)?.groups?.['names'] ?? '';
  return named.split(/[、和及\s/]+/u).filter(Boolean);
}

/** The sum that a payment is part of: what the payee offered, else the line of the budget, else all of it. In fen. */
export function contractFen(
  project: {
    readonly budgetFen: number | null;
    readonly quotations: readonly { readonly name: string; readonly amountFen: number }[] | null;
  },
  { payee, lineFen }: { readonly payee: string | null; readonly lineFen: number | undefined },
): { readonly by: 'offer' | 'line' | 'budget'; readonly fen: number } {
  const offer = project.quotations?.find(({ name }) => name === payee);
  if (offer) return { by: 'offer', fen: offer.amountFen };
  return lineFen === undefined ? { by: 'budget', fen: project.budgetFen ?? 0 } : { by: 'line', fen: lineFen };
}

/** Advances of one contract never add up to more than their share of it. */
export function ensureAdvance(
  amountFen: number,
  { contract, advancedFen, percent }: { contract: number; advancedFen: number; percent: number },
): void {
  const mostFen = Math.floor((contract * percent) / 100) - advancedFen;
  if (amountFen > mostFen) throw new Refusal('advance.most', { percent, mostFen: Math.max(0, mostFen) });
}

/**
 * A progress payment names a milestone of the schedule that was reached, and that the supervision team has found
 * done (docs/domain.md 8.4).
 */
export function ensureReached(
  { no, purpose }: { readonly no: number; readonly purpose: string },
  milestones: readonly { readonly name: string; readonly doneAt: Date | null; readonly acceptedAt: Date | null }[],
): void {
  if (milestones.length === 0) throw new Refusal('progress.noSchedule', { no });
  const reached = milestones.filter(({ doneAt }) => doneAt !== null);
  const named = reached.filter(({ name }) => purpose.includes(name));
  if (named.length === 0) throw new Refusal('progress.notReached', { no, reached: reached.map(({ name }) => name) });
  const waiting = named.find(({ acceptedAt }) => acceptedAt === null);
  if (waiting) throw new Refusal('progress.notAccepted', { no, name: waiting.name });
}

/**
 * Until the works are accepted no contract is paid beyond its advance and the share of the milestones that the team accepted (docs/domain.md
 * 8.4). Where the plan has no schedule, small purchases, up to what the community's secretary approves alone, go without one.
 */
export function ensureEarned(
  amountFen: number,
  {
    no,
    contract,
    askedFen,
    milestones,
    rules,
  }: {
    readonly no: number;
    readonly contract: number;
    readonly askedFen: number;
    readonly milestones: readonly { readonly acceptedAt: Date | null; readonly weight: number | null }[];
    readonly rules: Pick<RuleSet, 'advancePercent' | 'communityApprovesFen'>;
  },
): void {
  if (milestones.length === 0 && askedFen + amountFen <= rules.communityApprovesFen) return;
  const seen = milestones.map(({ acceptedAt, weight }) => ({ doneAt: acceptedAt, weight, percent: null }));
  const accepted = weighedPercent(seen) ?? 0;
  const percent = Math.min(100, rules.advancePercent + accepted);
  const leftFen = Math.max(0, Math.floor((contract * percent) / 100) - askedFen);
  if (amountFen > leftFen)
    throw new Refusal('spend.ahead', { no, accepted, percent, leftFen, hasSchedule: milestones.length > 0 });
}
