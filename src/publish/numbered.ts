import { dayWords } from '../domain/calendar.js';
import { paidIn } from '../domain/funds/ledger.js';
import { isUnderWay, moneyStates } from '../domain/lifecycle.js';
import { maskName, placeWords } from '../domain/masking.js';
import { yuan } from '../domain/money.js';
import { plain } from '../domain/plain-text.js';
import { categoryCalled } from '../domain/proposal/categories.js';
import { reportPlace } from '../domain/proposal/report.js';
import type { LedgerEntry } from '../store/funds/ledger-entry.js';
import { marketStanding } from '../store/market/market-standing.js';
import { unposted } from '../store/notice/unposted.js';
import { outsideStanding } from '../store/works/outside-standing.js';
import type { Unit } from '../store/engine/unit.js';
import { benefitLine } from './credit/benefit-words.js';
import { paidFen } from './funds/funds-report.js';
import { agreementName } from './market/market-words.js';
import { ideaLine } from './proposal/idea-words.js';

/** What is known where a number is asked for. */
interface Asking {
  readonly deed: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly now: Date;
}

type Numbered = readonly (readonly [no: number, words: string])[];

/** The newest so many: what is put right is seldom old. */
const most = 40;

/**
 * What has a number of its own, by the slot that asks for it: on a form it is chosen by its words, and nobody has to know the number. What
 * waits for a member stands in their list; this is what may be meant besides.
 */
const numbered: Readonly<Record<string, (unit: Unit, asking: Asking) => Promise<Numbered>>> = {
  voucher: async (unit, { deed }) => (deed === 'spend.publish' ? paidVouchers(unit) : reversible(unit)),
  agreement: async (unit, { now }) =>
    (await marketStanding(unit, now)).map(one => [one.agreement.no, agreementName(one)]),
  space: async unit => (await unit.market.spaces()).map(({ no, name }) => [no, `空间${no} ${plain(name, 40)}`]),
  benefit: async (unit, { now }) => (await unit.credit.benefits.open()).map(one => [one.no, benefitLine(one, now)]),
  idea: async (unit, { slots: { no } }) => {
    const project = typeof no === 'number' ? await unit.projects.byNo(no) : null;
    const ideas = project ? await unit.projects.ideas.ofProject(project.id) : [];
    return ideas.map(one => [one.no, ideaLine(one)]);
  },
  objection: async (unit, { slots: { no } }) => {
    const project = typeof no === 'number' ? await unit.projects.byNo(no) : null;
    const all = project ? await unit.objections.ofProject(project.id) : [];
    return all
      .filter(one => one.answeredAt === null)
      .map(one => [one.no, `第${one.no}条异议：${plain(one.text, 100)}`]);
  },
  report: async unit =>
    (await unit.reports.standing()).map(one => [
      one.no,
      `报事${one.no} ${categoryCalled(one.category).said}，${reportPlace(one)}`,
    ]),
  outside: async unit =>
    (await outsideStanding(unit)).map(({ task: { no, party, what }, project }) => [
      no,
      `请办${no} ${project.no}号，${plain(party, 20)}：${plain(what, 40)}`,
    ]),
  action: async unit => (await unit.actions.open()).map(({ no, what }) => [no, `事项${no} ${plain(what, 60)}`]),
  notice: async unit =>
    (await unposted(unit))
      .map(({ notice, project }): [number, string] => [
        notice.no,
        `第${notice.no}号公示 ${project.no}号${plain(project.title, 20)}，${dayWords(notice.at)}`,
      ])
      .toSorted(([one], [other]) => other - one)
      .slice(0, most),
};

/** True for a slot whose numbers are listed; a measure such as 80% has no list. */
export function isNumbered(slot: string): boolean {
  return Object.hasOwn(numbered, slot);
}

/** What may be chosen for a slot that asks for a number; empty where it has no list. */
export async function numberedIn(unit: Unit, slot: string, asking: Asking): Promise<Numbered> {
  return isNumbered(slot) ? ((await numbered[slot]?.(unit, asking)) ?? []) : [];
}

/** Receipts and payments that a second entry may still take back, the newest first. */
async function reversible(unit: Unit): Promise<Numbered> {
  const found: [number, string][] = [];
  for (const { id, no } of await unit.projects.inStates([...moneyStates])) {
    const entries = await unit.ledger.entries(id, ['receipt', 'spend', 'reverse']);
    const undone = new Set(entries.map(({ reversesId }) => reversesId));
    for (const entry of entries)
      if (entry.kind !== 'reverse' && !undone.has(entry.id))
        found.push([entry.no, `凭证${entry.no} ${no}号，${await entryWords(unit, entry)}，${dayWords(entry.at)}`]);
  }
  return found.toSorted(([one], [other]) => other - one).slice(0, most);
}

/** `收3号楼2单元301 200元`, `付386元，灯泡二十只`: for those who keep the books. */
async function entryWords(unit: Unit, entry: LedgerEntry): Promise<string> {
  if (entry.kind === 'spend') return `付${yuan(paidFen(entry))}，${plain(entry.why, 40)}`;
  const home = entry.householdId === null ? null : await unit.members.household(entry.householdId);
  const from = home
    ? `${placeWords(home)}${home.owners.length > 0 ? `（${home.owners.map(maskName).join('、')}）` : ''} `
    : '';
  return `收${from}${yuan(home ? paidIn([entry]) : paidFen(entry))}`;
}

/** The vouchers of payments, the newest first. */
async function paidVouchers(unit: Unit): Promise<Numbered> {
  const found: [number, string][] = [];
  for (const { id, no, state } of await unit.projects.all()) {
    if (!isUnderWay(state)) continue;
    for (const { entryNo, amountFen, purpose } of await unit.spending.ofProject(id))
      if (entryNo !== null)
        found.push([entryNo, `凭证${entryNo} ${no}号，付${yuan(amountFen)}，${plain(purpose, 40)}`]);
  }
  return found.toSorted(([one], [other]) => other - one).slice(0, most);
}
