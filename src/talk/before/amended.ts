import { placeLabels } from '../../domain/label.js';
import { placeWords } from '../../domain/masking.js';
import { plain } from '../../domain/plain-text.js';
import { may, type Permission } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import { type Amends, readAmends } from '../../language/values/manner/amends.js';
import { besideHome, fitsHome, homeWords } from '../../language/values/people/homes.js';
import { type Household, readHousehold } from '../../language/values/people/household.js';
import { type Place, whichHousehold } from '../../operations/people/which-household.js';
import type { JournalLine } from '../../store/engine/journal-line.js';
import type { Household as Home } from '../../store/people/household.js';
import { act, ask } from '../act.js';
import { homeSaid } from '../meaning/home-said.js';
import { say } from '../refusals/say.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { rightEntry } from './last-entry.js';
import { lastLines } from './last-line.js';
import type { Did } from './spoken.js';

type Slots = Readonly<Record<string, unknown>>;
type Changes = Omit<Amends, 'home' | 'which'> & { readonly home?: string };

/** A deed that is done for a home: the slot that the home goes into, and how it is taken back or put right. Null where that cannot be done. */
interface Amendable {
  readonly home: string;
  /** Who does it for another home; of everybody else it is the own one's. */
  readonly office: Permission;
  /** The deed that takes it back; behind it the same may be done for the home that was meant. */
  readonly back: string;
  takenBack(turn: Turn, did: Did): Promise<Slots | null>;
  /** The same deed with what is right, by which the wrong one goes. */
  putRight(turn: Turn, did: Did, right: Changes): Promise<Slots | null>;
  /** The question for the yes to it, where the deed has no words of its own. */
  asked?(did: Did, slots: Slots): string;
  /** True where the later deed has taken back just this one. */
  wentBy(turn: Turn, did: Did, later: Did): Promise<boolean>;
}

const amendables: Readonly<Record<string, Amendable>> = {
  'pledge.money': {
    home: 'beneficiary',
    office: 'poll.paper',
    back: 'pledge.cancel',
    // What the home promised itself before stays out of it.
    takenBack: async (_, { slots: { no, amount, beneficiary } }) => ({ no, amount, beneficiary }),
    putRight: async (_, { slots }, { home, fen }) => {
      const { amount, beneficiary, replaces } = slots;
      if ((home === undefined) === (fen === undefined)) return null;
      // What was said in the place of all that stood is so still.
      if (replaces === true) return fen === undefined ? null : { ...slots, amount: fen };
      const right = home === undefined ? { amount: fen, wrongSum: amount } : { beneficiary: home };
      return { ...slots, ...right, insteadOf: beneficiary };
    },
    wentBy: async ({ unit }, { slots: { no, amount, beneficiary } }, { slots: later }) => {
      const isWhole = later['amount'] === undefined || later['amount'] === amount;
      if (!isWhole || later['no'] !== no || homeSaid(later['beneficiary']) === '') return false;
      const home = await whichHousehold(unit, placeIn(homeSaid(beneficiary)));
      return home.id === (await whichHousehold(unit, placeIn(homeSaid(later['beneficiary'])))).id;
    },
  },
  'credit.award': {
    home: 'place',
    office: 'credit.award',
    back: 'credit.reverse',
    takenBack: async (turn, did) => {
      const entry = await awardOf(turn, did);
      return entry === undefined ? null : { entry, reason: '记错了' };
    },
    putRight: async (turn, did, { home, points }) => {
      const entry = await awardOf(turn, did);
      if (entry === undefined || (home === undefined && points === undefined)) return null;
      return { ...did.slots, entry, ...(home && { place: home }), ...(points !== undefined && { points }) };
    },
    wentBy: async (turn, did, { slots: { entry } }) => entry !== undefined && (await awardOf(turn, did)) === entry,
    asked: (did, { entry, place, kind, points, reason }) =>
      `您是要撤销刚才给${homeSaid(did.slots['place'])}的第${String(entry)}号积分，重新记${String(place)}${String(kind)}${String(points)}分（${plain(String(reason), 40)}）吗？`,
  },
};

async function awardOf({ unit }: Turn, { slots, message }: Did): Promise<number | undefined> {
  const behaviour = slots['kind'] === '捐物' ? 'goods' : 'suggestion';
  return (await unit.credit.about(behaviour, `message:${message}`))[0]?.id;
}

/**
 * 哎不对，是302家; 301那笔记多了，他只给了一百五; 记错人家了，撤掉, behind what somebody in office did for a home: that deed is taken back, or put right in one
 * step, by the deed that exists for it, and read back. Behind what was taken back the home that was meant gets it. Null behind every other deed.
 */
export async function amended(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const said = turn.member.roles.length === 0 ? null : readAmends(text, turn.now);
  const [latest, ...earlier] = said ? parts.spoken.did(turn) : [];
  if (!said || !latest) return null;
  const last = plainly(latest);
  const { left } = said;
  try {
    if (last.intent === 'funds.receive') {
      const reply = await receipt(parts, turn, said);
      return reply && left !== undefined
        ? { ...reply, text: `${reply.text}\n“${plain(left, 60)}”这一句没有记。` }
        : reply;
    }
    if (left !== undefined) return null;
    const deed = amendables[last.intent];
    const wish = deed
      ? await amend(turn, last, deed, said)
      : await again(turn, latest, { earlier: earlier.map(plainly), said });
    const intent = wish && parts.intents.get(wish.intent);
    if (!wish || !intent || !may(turn.member, intent.permission)) return null;
    const question = wish.intent === last.intent ? deed?.asked?.(last, wish.slots) : undefined;
    return question === undefined
      ? await act(parts, turn, wish, text)
      : await ask(parts, turn, { ...wish, sure: true }, { asks: 'yes', question });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { text: `${say(error)}没有改任何东西。` };
  }
}

/** The slots that only say in whose place it was done. */
const inPlaceOf: ReadonlySet<string> = new Set(['entry', 'insteadOf', 'wrongSum', 'corrects']);

function plainly({ slots, ...did }: Did): Did {
  return { ...did, slots: Object.fromEntries(Object.entries(slots).filter(([name]) => !inPlaceOf.has(name))) };
}

async function amend(turn: Turn, did: Did, deed: Amendable, { home, which, ...said }: Amends): Promise<Wish | null> {
  const before = homeSaid(did.slots[deed.home]);
  if (!may(turn.member, deed.office) || before === '' || (which && !fitsHome(which, before))) return null;
  const changes = { ...said, ...(home && { home: await whole(turn, home, before) }) };
  if (changes.home === before) return null;
  const isRight = home !== undefined || said.fen !== undefined || said.points !== undefined;
  if (!isRight && !said.isBack) return null;
  const slots = isRight ? await deed.putRight(turn, did, changes) : await deed.takenBack(turn, did);
  return slots && { intent: isRight ? did.intent : deed.back, slots, sure: false, confirmed: false };
}

/** 是302捐的，给他家记 behind what was taken back of 301: the same for the home that was meant. */
async function again(
  turn: Turn,
  last: Did,
  { earlier, said: { home, isBack } }: { readonly earlier: readonly Did[]; readonly said: Amends },
): Promise<Wish | null> {
  if (!home || isBack) return null;
  for (const did of earlier) {
    const deed = amendables[did.intent];
    const before = deed ? homeSaid(did.slots[deed.home]) : '';
    if (deed?.back !== last.intent || before === '' || !(await deed.wentBy(turn, did, last))) continue;
    const slots = { ...did.slots, [deed.home]: await whole(turn, home, before) };
    return { intent: did.intent, slots, sure: false, confirmed: false };
  }
  return null;
}

/** Of several receipts that were booked just now the one of the home that is named, or the last. */
async function receipt(parts: Parts, turn: Turn, { home, which, isBack, isWrong, fen }: Amends): Promise<Reply | null> {
  const booked: { line: JournalLine; payer: Home | null }[] = [];
  for (const line of await lastLines(parts, turn, ({ deed }) => deed === 'funds.receive')) {
    const entry = await turn.unit.ledger.byNo(Number(line.facts['voucher']));
    const isOpen = entry !== null && (await turn.unit.ledger.reversalOf(entry.id)) === null;
    if (isOpen)
      booked.push({
        line,
        payer: entry.householdId === null ? null : await turn.unit.members.household(entry.householdId),
      });
  }
  const meant = booked.findLast(({ payer }) => !which || (payer !== null && fitsHome(which, placeWords(payer))));
  if (!meant) return which ? { text: notBooked(which) } : null;
  if (!isBack && !home && fen === undefined) return null;
  const { line, payer } = meant;
  const { no, amountFen, voucher } = line.facts as { no?: number; amountFen?: number; voucher?: number };
  const right = home && (await whichHousehold(turn.unit, placeOf(home, payer ? placeWords(payer) : '')));
  // 是302交的 without a word that anything was wrong may be the next receipt.
  if (right && payer?.id === right.id && fen === undefined)
    return isWrong ? null : { text: `刚才记的就是${placeWords(right)}交的，没有改任何东西。` };
  return rightEntry(
    parts,
    turn,
    { intent: line.deed, no, amountFen, voucher, adds: false },
    { isBack: isBack && !right && fen === undefined, ...(right && { home: right }), ...(fen !== undefined && { fen }) },
  );
}

function notBooked(home: Household): string {
  return `刚才没有记过${homeWords(home)}的收款，没有改任何东西。要改早先的，先发送“冲销凭证几：原因”，再重新记一笔。`;
}

function placeIn(said: string): Place {
  return { said, ...placeLabels(readHousehold(said) ?? {}) };
}

function placeOf(home: Household, before: string): { readonly said: string } {
  const there = besideHome(home, before);
  return { said: homeWords(there), ...placeLabels(there) };
}

/** The home of the roster in full, with what it leaves out taken from the one before. */
async function whole({ unit }: Turn, home: Household, before: string): Promise<string> {
  return placeWords(await whichHousehold(unit, placeOf(home, before)));
}
