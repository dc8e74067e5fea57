import { onlyOne } from '../../domain/only-one.js';
import { sourceIds, sources } from '../../domain/funds/ledger.js';
import { placeLabels } from '../../domain/label.js';
import { placeWords } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { may } from '../../domain/permissions.js';
import type { Correction } from '../../language/values/manner/corrections.js';
import { isBareDoor } from '../../language/values/people/household.js';
import { findHomes, homeWords, nearOf } from '../../language/values/people/homes.js';
import { readWholeSum } from '../../language/values/manner/whole-answer.js';
import { whichHousehold } from '../../operations/people/which-household.js';
import { ask } from '../act.js';
import type { Household } from '../../store/people/household.js';
import type { LastDeed } from './last-deed.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';

const howTo = (voucher: string): string =>
  `刚才记的是账，账不能直接改：记错了用冲销改正，例如“冲销凭证${voucher}：记错了”，再重新记一笔。没有改任何东西。`;

/** What is right of a receipt, or that it shall not stand. */
interface Right {
  readonly isBack?: boolean;
  readonly home?: HomeOf;
  readonly fen?: number;
}

type HomeOf = Pick<Household, 'building' | 'unit' | 'room'>;

/**
 * A correction behind an entry of the books is about that entry and never a promise of the speaker's own. Nothing is edited: a
 * receipt whose right sum or home was said is offered to be taken back and booked anew in one step; everything else is told how it is done.
 */
export async function correctEntry(
  parts: Parts,
  turn: Turn,
  last: LastDeed,
  correction: Correction,
): Promise<Reply | null> {
  const { unit, now } = turn;
  const { voucher, amountFen } = last;
  // What is wished beside the books (再加十块, 不匿名了) says nothing of them.
  if (correction.kind === 'add' || correction.kind === 'unnamed' || correction.kind === 'named')
    return { text: howTo(String(voucher ?? 57)) };
  const entry = voucher === undefined ? null : await unit.ledger.byNo(voucher);
  const before = entry?.householdId == null ? null : await unit.members.household(entry.householdId);
  const door = await doorBeside(turn, correction, before);
  // 记错了是401的: a door, or a sum that looks like one.
  if (door && correction.kind === 'change' && !isBareDoor(correction.from ?? ''))
    return {
      text: `“${correction.to}”是房号还是钱数，我拿不准，没有改任何东西。请说全，例如“是${placeWords(door)}交的”或者“是${correction.to}元”。`,
    };
  const home = door ?? (await rightPayer(turn, correction, before));
  // 哦 她是微信转的 says how it came, and nothing that is wrong.
  if (!home && correction.kind === 'change' && !/[\d一二两三四五六七八九十百千万元块楼]/u.test(correction.to))
    return null;
  const fen = home || amountFen === undefined ? undefined : rightSum(correction, amountFen, now);
  return rightEntry(parts, turn, last, {
    isBack: correction.kind === 'cancel',
    ...(home && { home }),
    ...(fen !== undefined && { fen }),
  });
}

/** Asks for the yes to take a receipt back, or to take it back and book it anew with what is right of it. */
export async function rightEntry(
  parts: Parts,
  turn: Turn,
  { intent, no, voucher, amountFen }: LastDeed,
  { isBack = false, home, fen }: Right,
): Promise<Reply> {
  const { unit, member } = turn;
  const entry = voucher === undefined ? null : await unit.ledger.byNo(voucher);
  const isOpen =
    entry?.kind === 'receipt' &&
    (await unit.ledger.reversalOf(entry.id)) === null &&
    may(member, 'funds.reverse') &&
    intent === 'funds.receive';
  if (!isOpen || voucher === undefined || amountFen === undefined) return { text: howTo(String(voucher ?? 57)) };
  const before = entry.householdId === null ? null : await unit.members.household(entry.householdId);
  const whose = `${before ? `${placeWords(before)}的` : ''}${yuan(amountFen)}`;
  const asked = (deed: string, slots: object, what: string): Promise<Reply> =>
    ask(
      parts,
      turn,
      { intent: deed, slots: { ...slots }, sure: true, confirmed: false },
      { asks: 'yes', question: `账不能直接${isBack ? '删' : '改'}。您是要冲销第${voucher}号凭证（${what}吗？` },
    );
  if (isBack) return asked('funds.reverse', { voucher, reason: '误记' }, `收到${whose}）`);
  const source = sourceIds.find(id => entry.postings.some(({ from }) => from === `outside/${id}`));
  const payer = home ?? before;
  const isSame = (fen ?? amountFen) === amountFen && home === undefined;
  if (isSame || (payer === null && (source === undefined || source === 'residents')))
    return { text: howTo(String(voucher)) };
  const amount = fen ?? amountFen;
  const who = payer ? `${placeWords(payer)}交的` : sources[source ?? 'residents'];
  return asked(
    intent,
    { no, amount, corrects: voucher, ...(payer ? { payer: placeWords(payer) } : { source }) },
    `${whose}），再给${no}号重新记一笔：收到${who}${yuan(amount)}`,
  );
}

function rightSum(correction: Correction, amountFen: number, now: Date): number | undefined {
  if (correction.kind === 'wrong')
    return correction.factor === undefined ? undefined : Math.round(amountFen * correction.factor);
  return correction.kind === 'change' ? readWholeSum(correction.to, now) : undefined;
}

/** A door alone that is another home of the same entrance. */
async function doorBeside({ unit }: Turn, correction: Correction, before: Household | null): Promise<Household | null> {
  if (correction.kind !== 'change' || !before || !isBareDoor(correction.to) || correction.to === before.room)
    return null;
  const { building, unit: entrance } = before;
  return onlyOne(await unit.members.householdsAt({ building, unit: entrance, room: correction.to })) ?? null;
}

/** 写错人了，是2号楼1单元301交的; 是2单元302交的 is of the same building. The home of the roster that paid. */
async function rightPayer({ unit }: Turn, correction: Correction, before: Household | null): Promise<Household | null> {
  if (correction.kind !== 'change') return null;
  const home = onlyOne(findHomes(correction.to, before ? nearOf(before) : {}));
  // 改成200 is a sum: a door alone says that it is a home, or who paid.
  if (home?.building === undefined || !/楼|单元|-|(?:家|户|室|交)/u.test(correction.to)) return null;
  return whichHousehold(unit, { said: homeWords(home), ...placeLabels(home) });
}
