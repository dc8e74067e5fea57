import { thingWords } from '../../domain/things.js';
import { isThere } from '../../domain/label.js';
import { onlyOne } from '../../domain/only-one.js';
import { type ProjectState, statesUnderWay, worksStates } from '../../domain/lifecycle.js';
import { movedTo, paidIn, summaryOf } from '../../domain/funds/ledger.js';
import { paymentSteps, requestWords } from '../../domain/funds/spending.js';
import { calledBy } from '../../domain/people/identity.js';
import { bindingsAsked } from '../../store/people/bindings-asked.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { findHomes, type HomeSaid } from '../../language/values/people/homes.js';
import { doorForm, findAddresses } from '../../language/values/people/household.js';
import { findAmounts } from '../../language/values/money/amounts.js';
import { commonRun } from '../../language/values/matter-names.js';
import { readSequence } from '../../language/values/numbers.js';
import type { Turn } from '../turn.js';
import {
  agreements,
  benefits,
  dispatched,
  mandates,
  openAgreements,
  outsideTasks,
  ownReports,
  paperBallots,
  standingReports,
  type Thing,
  type Things,
  unpostedNotices,
  unproven,
} from './numbered-things.js';
import type { Wish } from '../wish.js';

export interface OfDeed {
  readonly slot: string;
  readonly states: readonly ProjectState[];
  readonly things: Things;
  /** What is taken back has to be named; of others the only one is meant. */
  readonly mustName?: boolean;
  /** 没错 alone is said of much else. */
  readonly mustPoint?: true;
  /** Of none that waits for this deed, those that wait for another one: why they do not wait for this is told. */
  readonly elsewhere?: Things;
  /** Those are told of only where the words point at them. */
  readonly elsewhereIfPointed?: true;
  /** What the speaker has only just made: 这个 is that one. */
  readonly just?: Things;
  /** The matter is said beside the thing. */
  readonly withNo?: true;
  /** True where the words may be about something else that waits for this member. */
  isOther?(turn: Turn, text: string): Promise<boolean>;
}

const paying: readonly ProjectState[] = ['pledging', 'collecting', 'funded', ...worksStates];

const findings =
  (state: 'open' | 'mended'): Things =>
  async ({ unit }, projects) => {
    const found: Thing[] = [];
    for (const { id, no } of projects)
      for (const one of await unit.supervision.findings(id))
        if (one.state === state) found.push({ value: one.no, no, words: one.text, names: [] });
    return found;
  };

const requests =
  (...states: readonly string[]): Things =>
  async ({ unit }, projects) => {
    const open = (await unit.spending.open()).filter(({ state }) => states.includes(state));
    return open.flatMap(one => {
      const no = projects.find(({ id }) => id === one.projectId)?.no;
      const words = `${requestWords(one)} ${one.payee}`;
      return no === undefined ? [] : [{ value: one.no, no, words, names: [], fen: one.amountFen }];
    });
  };

const objections: Things = async ({ unit }, projects) => {
  const found: Thing[] = [];
  for (const { id, no } of projects)
    for (const one of await unit.objections.open(id)) {
      const author = await unit.members.byId(one.memberId);
      found.push({ value: one.no, no, words: one.text, names: author ? [author.name] : [] });
    }
  return found;
};

const receipts: Things = async ({ unit }, projects) => {
  const found: Thing[] = [];
  for (const { id, no } of projects)
    for (const one of await unit.ledger.entries(id, ['receipt'])) {
      if ((await unit.ledger.reversalOf(one.id)) !== null) continue;
      const home = one.householdId === null ? null : await unit.members.household(one.householdId);
      found.push({ value: one.no, no, words: '', names: home?.owners ?? [], home, fen: paidIn([one]) });
    }
  return found;
};

/** What was paid, which may be taken back like what came in. */
const payments: Things = async ({ unit }, projects) => {
  const found: Thing[] = [];
  for (const { id, no } of projects)
    for (const one of await unit.ledger.entries(id, ['spend']))
      if ((await unit.ledger.reversalOf(one.id)) === null)
        found.push({ value: one.no, no, words: one.why, names: [], fen: movedTo('spent', [one]) });
  return found;
};

const vouchers: Things = async (turn, projects) => [
  ...(await receipts(turn, projects)),
  ...(await payments(turn, projects)),
];

const ideas: Things = async ({ unit }, projects) => {
  const found: Thing[] = [];
  for (const { id, no } of projects)
    for (const one of await unit.projects.ideas.ofProject(id)) {
      if (one.taken !== null) continue;
      const author = await unit.members.byId(one.memberId);
      found.push({ value: one.no, no, words: one.text, names: author ? [author.name] : [] });
    }
  return found;
};

const bindings: Things = async ({ unit, member }) =>
  (await bindingsAsked(unit, member)).map(({ asking, home }) => ({
    value: calledBy(asking),
    words: '',
    names: [asking.name],
    home,
  }));

/** A sum of ten yuan and more. */
const holdsSum = async (_: Turn, text: string): Promise<boolean> =>
  findAmounts(text).some(sum => sum.kind === 'exact' && sum.fen >= 1000);

/** Money that came in waits for the same person. */
const isOfReceipts = async (turn: Turn, text: string): Promise<boolean> => {
  const { unit } = turn;
  for (const { id } of await unit.projects.inStates([...paying]))
    if (summaryOf(await unit.ledger.balances(id)).pendingFen > 0) return true;
  return holdsSum(turn, text);
};

/** 修好了 of somebody who sees to reports as well. */
const isOfReports = async ({ unit, member }: Turn): Promise<boolean> =>
  (await unit.reports.standing()).some(({ ownedBy }) => ownedBy === member.userid);

const refused: OfDeed = {
  slot: 'request',
  states: paying,
  things: requests(...paymentSteps['spend.refuse']),
  mustName: true,
  isOther: holdsSum,
};

/** Who reported something asks of that. */
const ownElseStanding: Things = async turn => {
  const own = await ownReports(turn, []);
  return own.length > 0 ? own : standingReports(turn, []);
};

const ofDeeds: Readonly<Record<string, OfDeed>> = {
  'finding.mend': { slot: 'finding', states: worksStates, things: findings('open'), isOther: isOfReports },
  'finding.check': { slot: 'finding', states: worksStates, things: findings('mended') },
  'spend.check': {
    slot: 'request',
    states: paying,
    things: requests(...paymentSteps['spend.check']),
    isOther: isOfReceipts,
  },
  'spend.approve': {
    slot: 'request',
    states: paying,
    things: requests(...paymentSteps['spend.approve']),
    elsewhere: requests('asked', 'approved', 'held'),
    isOther: holdsSum,
  },
  'spend.pay': {
    slot: 'request',
    states: paying,
    things: requests(...paymentSteps['spend.pay']),
    elsewhere: requests('asked', 'checked', 'held'),
    isOther: holdsSum,
  },
  'spend.hold': { slot: 'request', states: paying, things: requests(...paymentSteps['spend.hold']), mustName: true },
  'spend.refuse': refused,
  'objection.answer': { slot: 'objection', states: ['plan_published', 'result_published'], things: objections },
  'funds.reverse': { slot: 'voucher', states: paying, things: vouchers, mustName: true },
  'spend.clear': { slot: 'request', states: paying, things: requests(...paymentSteps['spend.clear']) },
  'spend.voucher': { slot: 'request', states: paying, things: unproven },
  'outside.renew': { slot: 'outside', states: [], things: outsideTasks },
  'outside.end': { slot: 'outside', states: [], things: outsideTasks },
  'dispatch.done': { slot: 'action', states: [], things: dispatched(false) },
  'dispatch.check': { slot: 'action', states: [], things: dispatched(true) },
  'paper.show': { slot: 'paper', states: [], things: paperBallots },
  'paper.check': { slot: 'paper', states: [], things: paperBallots },
  'mandate.check': { slot: 'mandate', states: [], things: mandates },
  'notice.post': { slot: 'notice', states: [], things: unpostedNotices },
  'market.receive': { slot: 'agreement', states: [], things: agreements },
  'market.declare': { slot: 'agreement', states: [], things: openAgreements },
  'market.end': { slot: 'agreement', states: [], things: openAgreements },
  'benefit.end': { slot: 'benefit', states: [], things: benefits },
  'benefit.take': { slot: 'benefit', states: [], things: benefits },
  'report.show': { slot: 'report', states: [], things: ownElseStanding },
  'report.answer': { slot: 'report', states: [], things: standingReports },
  'report.solve': { slot: 'report', states: [], things: standingReports },
  'report.refer': { slot: 'report', states: [], things: standingReports },
  'report.hand': { slot: 'report', states: [], things: standingReports },
  'report.take': { slot: 'report', states: [], things: standingReports },
  'report.grow': { slot: 'report', states: [], things: ownReports },
  'report.withdraw': { slot: 'report', states: [], things: ownReports },
};

/** What is judged in few words: the same, and what else waits for a word. */
export const judgeable: Readonly<Record<string, OfDeed>> = {
  ...ofDeeds,
  // What is sent back is asked for again; this is read back.
  'spend.refuse': { ...refused, mustName: false },
  'spend.release': { slot: 'request', states: paying, things: requests(...paymentSteps['spend.release']) },
  'objection.answer': {
    slot: 'objection',
    states: ['plan_published', 'result_published'],
    things: objections,
    withNo: true,
  },
  'idea.answer': { slot: 'idea', states: statesUnderWay, things: ideas, withNo: true },
  'member.confirm': { slot: 'userid', states: [], things: bindings, mustPoint: true },
};

/**
 * What has a number of its own is meant by its words, its author or its sum (焊口渗水那个整改, 李秀英那条异议, 1280那笔), or is the only one that
 * waits. Of several that fit the one that was just looked at is meant, else it is asked. It is read back. A number that the words do not hold was none of theirs.
 */
export async function whichThing(
  turn: Turn,
  wish: Wish,
  text: string,
  { done, shown = {} }: { readonly done?: string | undefined; readonly shown?: Wish['slots'] } = {},
): Promise<Wish> {
  const deed = ofDeeds[wish.intent];
  const known = deed && wish.slots[deed.slot];
  if (!deed || (known !== undefined && isSaid(text, known))) return wish;
  // 201那张凭证: a number that none of them has is told as such.
  const said = deed.mustName === true && known === undefined ? numberSaid(text) : undefined;
  const { [deed.slot]: _, ...slots } = wish.slots;
  const { no } = slots;
  const projects = (await turn.unit.projects.inStates([...deed.states])).filter(
    project => typeof no !== 'number' || project.no === no,
  );
  const all = ofHome(await deed.things(turn, projects), text);
  const { things, isNamed } = bestOf(all, text, shown[deed.slot]);
  if (said !== undefined && !isNamed) return { ...wish, slots: { ...slots, [deed.slot]: said }, sure: false };
  const isLast = done === 'funds.receive' && wish.intent === 'funds.reverse' && justNow.test(text);
  const only = onlyOne(things) ?? (isLast && !isNamed ? things.at(-1) : undefined);
  const isMeant = only && (isNamed || isLast || deed.mustName !== true || pointsAtOne.test(text));
  if (!isMeant) return { ...wish, slots, sure: false };
  const matter = only.no === undefined ? {} : { no: only.no };
  return { ...wish, slots: { ...slots, ...matter, [deed.slot]: only.value }, sure: false };
}

/** What was done just before. */
const justNow = /刚才|刚刚|刚记|刚收|刚登|上一?笔|最后(?:那|一)?笔/u;
/** 那笔, 刚才那张: one that both know of. */
const pointsAtOne = /(?:刚才|刚刚|刚记|上面)的?[那这]?(?:一)?[笔张条个]|[那这](?:一)?[笔张]/u;

/** 申请3, 整改二: the number stands in the words. */
function isSaid(text: string, known: unknown): boolean {
  return numbersIn(text, called).includes(Number(known));
}

/** The number that the words call a thing by; undefined where they hold none. */
function numberSaid(text: string): number | undefined {
  return numbersSaid(text)[0];
}

/** All the numbers that the words call things by: 申请1、申请2, 申请1和2. */
export function numbersSaid(text: string): readonly number[] {
  return [...new Set(numbersIn(text.replace(rowOfThem, inFull), calledFully))];
}

const rowOfThem =
  /(?<kind>整改|申请|凭证|异议|复查|建议|报事|请办|纸票|委托书?)第?(?<row>\d{1,7}号?(?:[、，,和跟与及]\d{1,7}号?(?![\d元块天个只点号月日.]|楼|单元))+)/gu;

function inFull(...found: readonly unknown[]): string {
  const { kind = '', row = '' } = found.at(-1) as Record<string, string>;
  return row
    .split(/[、，,和跟与及]/u)
    .map(no => `${kind}${no}`)
    .join('、');
}

const digits = '[\\d一二三四五六七八九十]{1,7}';
// 12号协议 is that of the matter 12.
const calledFully = new RegExp(
  `(?:${thingWords(true)}|复查|委托书)第?${digits}(?!点|[天号]?前)|${digits}(?=号(?:凭证|申请|整改|异议|建议|报事)|号?[那这](?:一)?[张笔条](?:凭证|申请|整改|异议|建议))`,
  'gu',
);
const called = new RegExp(`${calledFully.source}|第${digits}`, 'gu');

function numbersIn(text: string, calls: RegExp): number[] {
  return (text.match(calls) ?? []).flatMap(
    words => readSequence(words.replace(/[^\d一二三四五六七八九十]/gu, '')) ?? [],
  );
}

/** The things that wait for this deed. */
export async function thingsDue(turn: Turn, kind: OfDeed): Promise<readonly Thing[]> {
  return kind.things(turn, await turn.unit.projects.inStates([...kind.states]));
}

/** What is said of a matter by its number, or of a home, is of nothing that is of another one, or of none: 6号…装好了 ends no report. */
export function fitting(things: readonly Thing[], text: string): readonly Thing[] {
  const matters = findNumbers(text).map(({ no }) => no);
  const ofMatter = things.filter(({ value, no = Number(value) }) => matters.length === 0 || matters.includes(no));
  return ofHome(ofMatter, text);
}

/** 301那张一致 is said of the paper of 301, and of no other home's. */
function ofHome(things: readonly Thing[], text: string): readonly Thing[] {
  const homes = things.some(({ home }) => home) ? homesSaid(text) : [];
  return homes.length === 0 ? things : things.filter(({ home }) => home && homes.some(said => isThere(said, home)));
}

/** The homes that the words name; 860那笔 names none. */
export function homesSaid(text: string): readonly HomeSaid[] {
  return findHomes(text).filter(({ building, room }) => building !== undefined || isDoorNumber.test(room ?? ''));
}

const isDoorNumber = new RegExp(`^${doorForm}$`, 'u');

/** The numbers by which the words call things of a kind: of what is counted within a matter also 第一条和第三条. */
export function numbersFor({ withNo, slot }: OfDeed, text: string): readonly number[] {
  const isCounted = withNo === true && /^(?:idea|objection)$/u.test(slot);
  const places = isCounted && /第[\d一二三四五六七八九十]/u.test(text) ? (text.match(inRow) ?? []) : [];
  const others = isCounted ? text.replaceAll(numberOfMatter, ' ') : text;
  return [...new Set([...numbersSaid(others), ...places.flatMap(place => readSequence(place) ?? [])])];
}

/** 1号建议第2条 is of the matter 1. */
const numberOfMatter = /(?<!建议|异议|第|\d)\d{1,7}号/gu;
const nth = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const inRow = new RegExp(`${nth}(?=(?:条?[、和跟与及]第?${nth})*条)`, 'gu');

/** Those of the things that the words fit best; where they fit none, that which was just looked at, or all of them, and none by name. */
export function bestOf(
  all: readonly Thing[],
  text: string,
  shown?: unknown,
): { readonly things: readonly Thing[]; readonly isNamed: boolean } {
  const scored = all.map(thing => ({ thing, score: scoreOf(thing, text) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const looked = best > 0 ? [] : all.filter(({ value }) => value === shown);
  const things = looked.length > 0 ? looked : scored.flatMap(({ thing, score }) => (score === best ? [thing] : []));
  return { things, isNamed: best > 0 };
}

const leastRun = 2;
const byName = 10;

function scoreOf({ words, names, home, fen }: Thing, text: string): number {
  const isNamed = names.some(name => name.length >= 2 && text.includes(name)) || (home && isAt(home, text)) === true;
  const isSum = fen !== undefined && findAmounts(text).some(sum => sum.kind === 'exact' && sum.fen === fen);
  const run = longestRun(text, words);
  return (isNamed ? byName : 0) + (isSum ? byName : 0) + (run >= leastRun ? run : 0);
}

function isAt(home: NonNullable<Thing['home']>, text: string): boolean {
  const said = findAddresses(text).filter(({ building, room }) => building !== undefined && room !== undefined);
  // 301那笔: a door alone is that of each home with this number.
  if (said.length === 0) return home.room.length >= 3 && isDoor(home.room, text);
  return said.some(place => isThere(place, home));
}

/** True where the number of a door stands by itself: 301那笔, and not 301元 or 2-301. */
function isDoor(room: string, text: string): boolean {
  const pieces = text.split(room);
  return pieces.slice(1).some((behind, at) => !/[\d-]$/u.test(pieces[at] ?? '') && !/^[\d号元块]/u.test(behind));
}

/** The length of the longest run of Chinese signs that stands in both. */
function longestRun(text: string, words: string): number {
  return Math.max(0, ...(text.match(/\p{Script=Han}+/gu) ?? []).map(piece => commonRun(piece, words)));
}
