import { dayMs, dayOf, endOfDay } from '../../domain/calendar.js';
import { dayPlus, isLate, periodWords, type PeriodStanding } from '../../domain/market/market.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { afterQuietHours } from '../../domain/notice/quiet-hours.js';
import { rulesAt } from '../../domain/rules.js';
import { noonOf } from '../../domain/said-day.js';
import { type AgreementStanding, marketStanding } from '../../store/market/market-standing.js';
import type { Unit } from '../../store/engine/unit.js';

/** Who hears each morning which shares are late. */
const listeners = ['grid_secretary', 'community_secretary', 'bookkeeper'] as const;

/**
 * The morning list of shares that are late, declared or paid, for the secretaries and the accountant in private, once a day; and the
 * operator's contact is reminded in private, at the first morning and then every seventh day.
 */
export async function listLateShares(unit: Unit, now: Date): Promise<string[]> {
  const today = dayOf(now);
  const told = await unit.journal.ofDeed('share.overdue', new Date(now.getTime() - dayMs));
  if (told.some(({ facts }) => facts['day'] === today)) return [];
  const late = (await marketStanding(unit, now)).flatMap(standing =>
    standing.periods.filter(isLate).map(period => ({ standing, period })),
  );
  if (late.length === 0) return [];
  const lines = late.map(({ standing, period }) => `- ${lateLine(standing, period)}`);
  const text = ['**公益市场逾期的分成**', ...lines, '请联系经营方；发送“公益市场”看全部。'].join('\n');
  const people = new Set<string>();
  for (const role of listeners) for (const userid of await unit.members.withRole(role)) people.add(userid);
  for (const userid of people)
    await unit.posts.toMember(userid, text, now, { topic: 'market overdue', until: endOfDay(now) });
  const reminded: string[] = [];
  for (const one of late) if (await remind(unit, one, now)) reminded.push(keyOf(one));
  unit.journal.add('share.overdue', { by: 'clock', at: now, facts: { day: today, count: lines.length, reminded } });
  return lines;
}

interface Late {
  readonly standing: AgreementStanding;
  readonly period: PeriodStanding;
}

function keyOf({ standing, period }: Late): string {
  return `${standing.agreement.no}/${period.key}`;
}

/** Reminds the operator's contact, unless that was done in the last days already. */
async function remind(unit: Unit, late: Late, now: Date): Promise<boolean> {
  const { agreement } = late.standing;
  const contact = agreement.contactId === null ? null : await unit.members.byId(agreement.contactId);
  if (!contact || contact.leftAt || contact.erasedAt) return false;
  const since = noonOf(dayPlus(dayOf(now), 1 - rulesAt(now).marketReminderEveryDays));
  const before = await unit.journal.ofDeed('share.overdue', new Date(since.getTime() - dayMs / 2));
  if (before.some(({ facts }) => (facts['reminded'] as string[]).includes(keyOf(late)))) return false;
  const { key, state, dueFen, recordedFen } = late.period;
  const what =
    state === 'overdue'
      ? `还有${yuan((dueFen ?? 0) - recordedFen)}分成没有交，请转到慈善基金的账户；已经转了请告诉出纳。`
      : `还没有申报，请在私聊里发送“公益协议${agreement.no}申报${periodWords(key)}收入12000元”。`;
  await unit.posts.toMember(contact.userid, `提醒：公益协议${agreement.no}的${periodWords(key)}${what}`, now);
  return true;
}

function lateLine(
  { agreement }: AgreementStanding,
  { key, state, dueFen, recordedFen, payBy, declareBy }: PeriodStanding,
): string {
  const who = `公益协议${agreement.no} ${plain(agreement.operator, 40)} ${periodWords(key)}`;
  return state === 'overdue'
    ? `${who}：还差${yuan((dueFen ?? 0) - recordedFen)}，应在${payBy}前交`
    : `${who}：没有申报，应在${declareBy}前`;
}

/**
 * The month whose shares are to have been paid by now and are not published yet; null where there is none. Only the newest one: its
 * sheet tells of what is still open from before.
 */
export async function marketMonthDue(unit: Unit, now: Date): Promise<string | null> {
  const today = dayOf(now);
  const { marketPayDays } = rulesAt(now);
  // The last day of the month that is published lies so many days back that its shares were payable until yesterday.
  const month = dayPlus(`${dayPlus(today, -marketPayDays).slice(0, 7)}-01`, -1).slice(0, 7);
  const told = await unit.journal.ofDeed('market.publish', noonOf(`${month}-01`));
  return told.some(({ facts }) => facts['month'] === month) ? null : month;
}

/** Publishes a month's sheet in the group; the notice board shows the same figures at any time. */
export async function publishMarket(
  unit: Unit,
  { month, text, now }: { month: string; text: string; now: Date },
): Promise<void> {
  await unit.posts.toGroup({ type: 'markdown_v2', text }, afterQuietHours(now));
  unit.journal.add('market.publish', { by: 'clock', at: now, facts: { month } });
}
