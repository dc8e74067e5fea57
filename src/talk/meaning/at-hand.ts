import { onlyOne } from '../../domain/only-one.js';
import { fundBook, summaryOf } from '../../domain/funds/ledger.js';
import { placeLabels } from '../../domain/label.js';
import { moneyStates } from '../../domain/lifecycle.js';
import { isOwnHome } from '../../domain/people/bond.js';
import { findPercents } from '../../language/values/percent.js';
import { findAddresses } from '../../language/values/people/household.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { whichHousehold } from '../../operations/people/which-household.js';
import type { Slots } from '../intent.js';
import type { Parts, Turn } from '../turn.js';
import { lastLine } from '../before/last-line.js';
import { byName } from './by-name.js';
import { doorsApart } from './door-numbers.js';
import { ownReports, standingReports } from './numbered-things.js';
import { bestOf, whichThing } from './which-thing.js';
import { loosely, type Wish } from '../wish.js';

/**
 * What a deed of an office leaves out and the moment tells: 责任也查了 behind the classing of 15号 is about that matter, and 两笔都对上了 about
 * the money that waits. It is read back.
 */
export async function atHand(parts: Parts, turn: Turn, said: Wish, text: string): Promise<Wish> {
  const definition = parts.intents.get(said.intent);
  const { binds = 'office', slots = {} } = definition ?? {};
  if (said.intent === 'member.unbind') return otherHome(turn, said, text);
  if (said.intent === 'ask.plan') return planAtHand(parts, turn, said, text);
  if (binds === 'nobody') return shownThing(parts, turn, said, text);
  const known = filled(said, slots, text);
  if (!definition) return known;
  // 那个优惠我要了: the only one.
  if (binds === 'household') return whichThing(turn, known, text);
  const apart = await doorsApart(turn, known, definition, text);
  const wish = await whichThing(turn, oneShare(apart, text), text, {
    done: parts.spoken.done(turn)?.intent,
    shown: parts.spoken.shown(turn),
  });
  const { amount, no } = wish.slots;
  if (wish.intent === 'meeting.minutes') return addedMinutes(turn, wish, text);
  if (wish.intent === 'funds.reconcile' && (amount === undefined || no === undefined)) return pendingAtHand(turn, wish);
  const last = parts.spoken.own(turn);
  const isLacking = slots['no'] !== undefined && slots['no'].optional !== true && wish.slots['no'] === undefined;
  if (!isLacking || !last) return wish;
  return { ...wish, slots: { ...wish.slots, ...loosely, no: last.no }, sure: false };
}

/** 楼长录的那张纸票给我看看: what is only shown need not be read back. */
async function shownThing(parts: Parts, turn: Turn, said: Wish, text: string): Promise<Wish> {
  const other =
    said.intent === 'progress.show' && said.slots['no'] === undefined ? await noWorks(parts, turn, text) : null;
  if (other) return { ...said, ...other };
  // 咱三号楼9号交了多少了 names the building beside the matter.
  const building =
    said.intent === 'ask.building' && said.slots['building'] === undefined ? buildingIn(text) : undefined;
  const known = building === undefined ? said : { ...said, slots: { ...said.slots, building } };
  return { ...(await whichThing(turn, known, text)), sure: said.sure };
}

function buildingIn(text: string): string | undefined {
  return placeLabels(onlyOne(findAddresses(text).filter(({ building }) => building !== undefined)) ?? {}).building;
}

/** 我报的积水弄得咋样了, and 现在到哪一步了 behind the opening of a contest: what is asked about is no matter. */
async function noWorks(parts: Parts, turn: Turn, text: string): Promise<Pick<Wish, 'intent' | 'slots'> | null> {
  const named = await byName(turn, text);
  if (named) return null;
  const isOwn = /我|俺|咱/u.test(text);
  const reports = isOwn ? await ownReports(turn, []) : await standingReports(turn, []);
  const best = bestOf(reports, text);
  const only = best.isNamed || (isOwn && /报/u.test(text)) ? onlyOne(best.things)?.value : undefined;
  if (typeof only === 'number') return { intent: 'report.show', slots: { report: only } };
  return (await lastLine(parts, turn))?.deed.startsWith('contest.') ? { intent: 'contest.show', slots: {} } : null;
}

/** 那个方案 is that of the matter that was just spoken of. */
export function planAtHand<W extends Pick<Wish, 'intent' | 'slots'>>(
  { spoken }: Parts,
  turn: Turn,
  said: W,
  text: string,
): W {
  const last =
    said.intent === 'ask.plan' && said.slots['no'] === undefined && /[那这该]/u.test(text) ? spoken.own(turn) : null;
  return last ? { ...said, slots: { ...said.slots, no: last.no } } : said;
}

/** 早过保修了 归业主自己出 tells in other words which of a list is meant. */
export function filled(wish: Wish, slots: Slots, text: string): Wish {
  for (const [name, { fills, accept }] of Object.entries(slots)) {
    const value = wish.slots[name];
    const more = value === undefined || accept(value) === undefined ? fills?.(text) : undefined;
    if (more) return { ...wish, slots: { ...wish.slots, ...more, ...loosely }, sure: false };
  }
  return wish;
}

/** 完成一半，杆子立了六成: two shares, of which nobody knows which is that of the whole; it is asked, and all is told as it was said. */
function oneShare(wish: Wish, text: string): Wish {
  if (wish.intent !== 'progress.report') return wish;
  const shares = findPercents(text).filter(({ isWord }) => !isWord);
  if (shares.some(({ isFigure }) => isFigure) || new Set(shares.map(({ value }) => value)).size < 2) return wish;
  const [number] = findNumbers(text);
  const told = (number?.start === 0 ? text.slice(number.end) : text).replace(/^[\s，,。：:]+/u, '');
  return { ...wish, slots: { ...wish.slots, text: told, percent: null, ...loosely }, sure: false };
}

/** 4号楼1单元501不是我家的，解绑了: the one account of that home, and never the own one; the words behind it say why. */
async function otherHome({ unit, member }: Turn, wish: Wish, text: string): Promise<Wish> {
  const address = onlyOne(findAddresses(text).filter(({ room }) => room !== undefined));
  if (!address || wish.slots['userid'] !== undefined) return wish;
  const home = await whichHousehold(unit, { said: text.slice(address.start, address.end), ...placeLabels(address) });
  if (isOwnHome(member, home.id)) return wish;
  const only = onlyOne(await unit.members.boundTo([home.id]));
  const reason = text.slice(address.end).replace(/^[\s，,。的]+/u, '');
  // Which of several accounts is meant has to be said.
  const userid = only?.userid ?? '';
  return { ...wish, slots: { ...wish.slots, userid, ...(reason !== '' && { reason }) }, sure: false };
}

/** The sum that waits to be checked, of the matter that was named or of the only one where some waits. */
async function pendingAtHand({ unit }: Turn, wish: Wish): Promise<Wish> {
  const { no } = wish.slots;
  const waiting: { readonly no: number; readonly amount: number }[] = [];
  for (const project of await unit.projects.inStates(moneyStates)) {
    if (typeof no === 'number' && project.no !== no) continue;
    const { pendingFen } = summaryOf(await unit.ledger.balances(project.id));
    if (pendingFen > 0) waiting.push({ no: project.no, amount: pendingFen });
  }
  const only = onlyOne(waiting);
  if (only) return { ...wish, slots: { ...only, ...wish.slots }, sure: false };
  // 对上了，960 where nothing waits but what came in for the charity fund.
  const fund =
    waiting.length > 0 || no !== undefined ? null : summaryOf(await unit.ledger.balances(fundBook(unit.grid.id)));
  if (!fund || fund.pendingFen === 0) return wish;
  return { ...wish, intent: 'fund.reconcile', slots: { amount: fund.pendingFen, ...wish.slots }, sure: false };
}

const addsToMinutes =
  /补(?:充|上|记|写|加|进)?(?:一)?[条句点个]|补充|(?:漏|忘|落|少)(?:了|记|写|说)(?:一)?[条句点个]|(?:再|还)?加(?:上)?一[条句点]/u;

const leadsToIt = new RegExp(`^(?:再|还|又)*(?:${addsToMinutes.source})(?:[，,：:\\s]+|$)`, 'u');

/** 8号纪要再补一条，施工放周末: of minutes that are published already nothing is said but what is added to them. */
async function addedMinutes({ unit }: Turn, wish: Wish, text: string): Promise<Wish> {
  const { no, adds } = wish.slots;
  const isMore = adds === undefined && typeof no === 'number' && addsToMinutes.test(text);
  const meeting = isMore ? await unit.meetings.byNo(no) : null;
  if (!meeting?.minutesAt) return wish;
  const added = String(wish.slots['text'] ?? '').replace(leadsToIt, '');
  return { ...wish, slots: { ...wish.slots, ...(added !== '' && { text: added }), adds: true }, sure: false };
}
