import { onlyOne } from '../../domain/only-one.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { voteSayings } from '../../domain/poll/choices.js';
import { Refusal } from '../../domain/refusal.js';
import { type Correction, readCorrection } from '../../language/values/manner/corrections.js';
import { readMood } from '../../language/values/manner/mood.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { chineseNumerals, readProjectNo, readWhole } from '../../language/values/numbers.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { readEither } from '../../language/values/manner/said-inside.js';
import { readWholeAnswer, readWholeSum } from '../../language/values/manner/whole-answer.js';
import { namePledges } from '../../operations/pledge/name-pledges.js';
import { lastOffer, undoLastPromise } from '../../operations/pledge/undo-last-promise.js';
import type { Offer } from '../../store/pledge/offer.js';
import type { Project } from '../../store/proposal/project.js';
import { act, ask } from '../act.js';
import { handled } from '../handled.js';
import { ensurePermitted } from '../permitted.js';
import { deedOf } from '../rehearsal.js';
import { correctEntry } from './last-entry.js';
import { correctMeeting } from './last-meeting.js';
import { say } from '../refusals/say.js';
import { sameAgain } from './same-again.js';
import type { Reply } from '../reply.js';
import { lastLine } from './last-line.js';
import { otherValue } from './other-value.js';
import { rememberedMs } from './spoken.js';
import type { Parts, Turn } from '../turn.js';

/** What the member did last, as the journal has it. */
export interface LastDeed {
  readonly intent: string;
  readonly no: number | undefined;
  readonly amountFen: number | undefined;
  /** The number of the entry, where it was money that came or went. */
  readonly voucher: number | undefined;
  /** The number of a report of trouble. */
  readonly report?: number | undefined;
  /** True where it was added to what stood (再加200). */
  readonly adds: boolean;
}

/** Of 工我出一天吧 the last offer of work is meant, whatever was done since. */
const deedsOf = { labour: 'pledge.labour', money: 'pledge.money' } as const;

async function lastDeed(parts: Parts, turn: Turn, of?: keyof typeof deedsOf): Promise<LastDeed | null> {
  const line = await lastLine(
    parts,
    turn,
    ({ deed, facts }) => facts['proxy'] !== true && (!of || deed === deedsOf[of]),
  );
  if (!line) return null;
  const number = (name: string): number | undefined =>
    typeof line.facts[name] === 'number' ? line.facts[name] : undefined;
  return {
    intent: line.deed,
    no: number('no'),
    amountFen: number('amountFen'),
    voucher: number('voucher'),
    report: number('report'),
    adds: line.facts['adds'] === true,
  };
}

/**
 * Answers a correction or a pronoun (改成三百, 不是2号，是3号, 刚才那个取消, 给我匿名, 再加十块): it belongs to the member's last deed,
 * whatever that was, and the answer says what changed. Null when there was none just now, and where the words are a deed by themselves
 * (`isHeard`) that changes nothing of the last one.
 */
export async function correctLast(
  parts: Parts,
  turn: Turn,
  correction: Correction,
  isHeard = (): boolean => false,
): Promise<Reply | null> {
  const last = await lastDeed(parts, turn, correction.kind === 'change' ? correction.of : undefined);
  if (correction.kind === 'same') return sameAgain(parts, turn, last, { said: correction, isHeard });
  if (!last) return null;
  if (correction.kind === 'cancel' && correction.of !== undefined && correction.of !== last.intent) return null;
  if (correction.kind === 'stop') return stopped(last);
  if (last.intent === 'credit.join' && correction.kind === 'cancel')
    return act(parts, turn, { intent: 'credit.leave', slots: {}, sure: true, confirmed: false });
  if (last.report !== undefined && correction.kind === 'cancel')
    return act(parts, turn, {
      intent: 'report.withdraw',
      slots: { report: last.report },
      sure: false,
      confirmed: false,
    });
  try {
    if (last.intent.startsWith('funds.')) return await correctEntry(parts, turn, last, correction);
    if (last.no !== undefined) {
      const reply = await (correctors[last.intent] ?? unchangeable)(parts, turn, { ...last, no: last.no }, correction);
      if (reply) return reply;
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { text: say(error) };
  }
  const other = correction.kind === 'change' ? otherValue(parts, turn, last.intent, correction.to) : null;
  if (other) return act(parts, turn, other);
  // 手滑 粉刷改反对 says matter and choice by itself.
  if (correction.kind === 'change' && isHeard()) return null;
  return correction.kind === 'wrong' ? { text: await howToCorrect(turn, last) } : { text: cannot(last) };
}

/**
 * 换不了啥啊，不玩了，不过12号那钱照捐: one clause between others takes back what was done last. It is read back; what the other clauses name
 * is left alone. Null for an offer of things or work, which is taken back without a question.
 */
export async function correctedInside(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const clauses = text.split(/[，,。；;！!\n]+/u).filter(clause => clause.trim() !== '');
  const found = clauses.map(clause => readCorrection(clause.trim())).filter(each => each !== null);
  const only = onlyOne(found);
  if (clauses.length < 2 || only?.kind !== 'cancel') return null;
  const last = await lastDeed(parts, turn);
  if (!last || /^pledge\.(?:goods|labour)$/u.test(last.intent)) return null;
  const isNamed = findNumbers(text).some(({ no }) => no === last.no);
  // 换不了啥啊 asks nothing of what is taken back.
  const isTold = readMood(text).some(({ kind }) => !['laughing', 'denied', 'asked'].includes(kind));
  return isNamed || isTold ? null : correctLast(parts, turn, { ...only, isLoose: true });
}

/** What stands before all is stopped by nobody's half sentence: it is said what stands, and who takes it back how. */
function stopped({ intent, no = 12 }: LastDeed): Reply | null {
  const how: Readonly<Record<string, string>> = {
    'poll.open': `${no}号表决已经发起，群里也通知了，这一句停不了它，没有改任何东西。要提前结束，发起人或书记发送“${no}号投票结束”；事情不办了，社区书记发送“${no}号终止：原因”。`,
    'plan.publish': `${no}号方案已经公示，这一句撤不下来，没有改任何东西。要撤，书记发送“撤回${no}号方案：原因”。`,
    'meeting.call': `${no}号议事会已经通知大家，这一句撤不回来，没有改任何东西。时间有变请说全，例如“写错了，是周日上午九点”。`,
  };
  const text = how[intent];
  return text === undefined ? null : { text };
}

async function howToCorrect({ unit }: Turn, { intent, no, amountFen }: LastDeed): Promise<string> {
  const poll = intent === 'poll.vote' ? (await unit.polls.open()).find(one => one.no === no) : undefined;
  const what =
    intent === 'pledge.money' && amountFen !== undefined
      ? `刚才记的是${no}号认捐${yuan(amountFen)}。要改请说对的数，例如“改成300元”；不要了请说“刚才那个取消”。`
      : poll
        ? `刚才投的是${no}号。要改请说对的，例如“${voteSayings(poll)[1]}”；不投了请说“撤销投票”。`
        : `${no === undefined ? '' : `${no}号`}刚才那件事错在哪里？请把对的说全；不要了请说“刚才那个取消”。`;
  return `${what}没有改任何东西。`;
}

type Numbered = LastDeed & { readonly no: number };
type Corrector = (parts: Parts, turn: Turn, last: Numbered, correction: Correction) => Promise<Reply | null>;

const correctors: Readonly<Record<string, Corrector>> = {
  'pledge.money': correctMoney,
  'pledge.goods': (parts, turn, last, correction) => correctOffer(parts, turn, last, correction),
  'pledge.labour': (parts, turn, last, correction) => correctOffer(parts, turn, last, correction),
  'poll.vote': correctVote,
  'project.rate': correctRating,
  'meeting.call': correctMeeting,
  'proposal.open': async (parts, turn, { no }, correction) =>
    correction.kind === 'cancel'
      ? act(parts, turn, { intent: 'proposal.withdraw', slots: { no }, sure: !correction.isLoose, confirmed: false })
      : null,
};

const unchangeable: Corrector = async () => null;

/**
 * A changed sum stands in the place of the last one only; what the household promised before it stays. Who had added to it (再加200)
 * heard the whole, and speaks of the whole: 改成500 makes all of it 500.
 */
async function correctMoney(parts: Parts, turn: Turn, last: Numbered, correction: Correction): Promise<Reply | null> {
  const { unit, member, now } = turn;
  const { no, amountFen = 0, adds } = last;
  const project = await unit.projects.byNo(no);
  if (!project || member.householdId === null) return null;
  const { promisedFen } = await unit.ledger.standingOf(project.id, member.householdId);
  const pledge = (slots: object, sure = true): Promise<Reply> =>
    act(parts, turn, { intent: 'pledge.money', slots: { no, ...slots }, sure, confirmed: false });
  if (correction.kind === 'unnamed') {
    const reply = await pledge({ amount: promisedFen, replaces: true, unnamed: true });
    return reply.answers
      ? reply
      : { ...reply, text: `已改：您家给${no}号的认捐${yuan(promisedFen)}不变，不公开您家。` };
  }
  if (correction.kind === 'named') return namedAgain(turn, project);
  if (correction.kind === 'wrong')
    return correction.factor === undefined
      ? null
      : pledge({ amount: promisedFen - amountFen + Math.round(amountFen * correction.factor), replaces: true }, false);
  if (correction.kind === 'cancel' && correction.isLoose)
    return ask(
      parts,
      turn,
      { intent: 'pledge.cancel', slots: { no, amount: amountFen }, sure: true, confirmed: false },
      { asks: 'yes', question: `您是要撤回刚才给${no}号的认捐${yuan(amountFen)}吗？` },
    );
  if (correction.kind === 'cancel') {
    await turn.open.attempt(() => undoLastPromise(unit, { member, no, what: { amountFen } }));
    const left = promisedFen - amountFen;
    return {
      text: `已撤回您家刚才给${no}号的认捐${yuan(amountFen)}，没有关系。${left > 0 ? `之前认捐的${yuan(left)}不变。` : ''}`,
    };
  }
  if (correction.kind === 'add') {
    const more = sumIn(correction.what, now);
    return more === undefined ? null : pledge({ amount: more, adds: true });
  }
  if (correction.kind !== 'change') return null;
  const other = readProjectNo(correction.to);
  if (other !== null && /[号#]/u.test(correction.to)) return moveTo(parts, turn, last, other);
  const fen = sumIn(correction.to, now);
  if (fen === undefined) {
    // 是三百我老伴刚才说的: the one sum among other words is read back.
    const only = readAmount(correction.to);
    const amount = only.kind === 'exact' ? only.fen + (adds ? 0 : promisedFen - amountFen) : undefined;
    return amount === undefined ? null : pledge({ amount, replaces: true }, false);
  }
  // 不是300，是350 after 200: nobody knows which was meant.
  const from = correction.from === undefined ? undefined : sumIn(correction.from, now);
  const isWhole = from === undefined ? adds : from === promisedFen && from !== amountFen;
  if (isWhole) return pledge({ amount: fen, replaces: true, adds: true });
  const isSure = from === undefined || from === amountFen;
  if (!isSure || promisedFen === amountFen)
    return pledge({ amount: promisedFen - amountFen + fen, replaces: true }, isSure);
  const done = { intent: 'pledge.money', slots: { no, amount: fen } };
  return instead(parts, turn, { no, what: { amountFen } }, done, `已把刚才的${yuan(amountFen)}改为${yuan(fen)}。`);
}

/** 不用匿名了: what was asked for with the pledges of just now is taken back; what was asked for before stays. */
async function namedAgain({ unit, member, now }: Turn, project: Project): Promise<Reply | null> {
  const { householdId } = member;
  if (householdId === null) return null;
  const isDone = await namePledges(unit, { project, householdId, since: new Date(now.getTime() - rememberedMs) });
  const text = isDone
    ? `已改：您家刚才给${project.no}号的认捐不再匿名，数额不变。`
    : `您家刚才给${project.no}号的认捐本来就没有匿名。`;
  return { text };
}

function sumIn(words: string, now: Date): number | undefined {
  // By itself it may be a name that people call each other; behind a sum it is one.
  if (/^[二两]百五$/u.test(words)) return 25_000;
  return readWholeSum(words, now);
}

/** 不是2号，是3号: the promise goes to the other project in one step, or nothing changes. */
async function moveTo(parts: Parts, turn: Turn, { no, amountFen = 0 }: Numbered, to: number): Promise<Reply> {
  return instead(
    parts,
    turn,
    { no, what: { amountFen } },
    { intent: 'pledge.money', slots: { no: to, amount: amountFen } },
  );
}

async function instead(
  parts: Parts,
  turn: Turn,
  undone: { readonly no: number; readonly what: { readonly amountFen: number } | { readonly offer: Offer } },
  done: { readonly intent: string; readonly slots: Readonly<Record<string, unknown>> },
  changed = `${undone.no}号刚才那一笔已撤回。`,
): Promise<Reply> {
  const { unit, member } = turn;
  const intent = parts.intents.get(done.intent);
  if (!intent) return { text: '' };
  ensurePermitted(intent, member);
  return turn.open.attempt(async () => {
    await undoLastPromise(unit, { member, ...undone });
    // What else was promised there before stays beside it.
    const slots = done.intent === 'pledge.money' ? { replaces: false, ...done.slots } : done.slots;
    const deed = deedOf(parts, turn, { intent: done.intent, slots, sure: true, confirmed: false }, intent);
    const reply = await handled(intent, deed);
    const { no } = deed.slots;
    if (typeof no === 'number') parts.spoken.noteDone(turn, { intent: done.intent, no, slots: deed.slots });
    return { ...reply, text: `${changed}${reply.text}` };
  });
}

const measured = new RegExp(`^(?:是)?(?<n>\\d{1,6}|[${chineseNumerals}两]{1,6})(?<unit>[^\\d]{0,6})$`, 'u');

async function correctOffer(parts: Parts, turn: Turn, last: Numbered, correction: Correction): Promise<Reply | null> {
  const kind = last.intent === 'pledge.goods' ? 'goods' : 'labour';
  const { unit, member, now } = turn;
  const offer = await lastOffer(unit, member, last.no, kind);
  if (!offer) return null;
  const { no } = last;
  const named = offer.what ? plain(offer.what, 30) : '出工';
  const slots =
    kind === 'goods'
      ? { item: offer.what, quantity: offer.quantity ?? undefined }
      : { task: offer.what ?? undefined, hours: offer.minutes === null ? undefined : offer.minutes / 60 };
  if (correction.kind === 'cancel') {
    await turn.open.attempt(() => undoLastPromise(unit, { member, no, what: { offer } }));
    return { text: `已撤回您家刚才给${no}号的${kind === 'goods' ? '捐物' : '出工'}：${named}，没有关系。` };
  }
  if (correction.kind === 'add' && kind === 'goods' && !/[元钱块毛]/u.test(correction.what)) {
    const more = readWhole(measured.exec(correction.what)?.groups?.n ?? '');
    return more === null
      ? null
      : act(parts, turn, {
          intent: last.intent,
          slots: { ...slots, no, quantity: more },
          sure: true,
          confirmed: false,
        });
  }
  if (correction.kind === 'add' && /[元钱]/u.test(correction.what)) {
    const amount = sumIn(correction.what, now);
    return amount === undefined
      ? null
      : act(parts, turn, { intent: 'pledge.money', slots: { no, amount }, sure: true, confirmed: false });
  }
  if (correction.kind === 'add')
    return { text: `您是再加钱，还是再加${named}？请说全，例如“${no}号我再出10元”。没有记任何东西。` };
  if (correction.kind !== 'change') return null;
  const other = readProjectNo(correction.to);
  if (other !== null && /[号#]/u.test(correction.to))
    return instead(parts, turn, { no, what: { offer } }, { intent: last.intent, slots: { ...slots, no: other } });
  const changed = kind === 'goods' ? quantityIn(correction.to) : hoursOf(correction.to, now);
  if (changed === undefined) return null;
  return instead(
    parts,
    turn,
    { no, what: { offer } },
    {
      intent: last.intent,
      slots: { ...slots, no, ...(kind === 'goods' ? { quantity: changed } : { hours: changed }) },
    },
  );
}

/** How many: 五十, 五袋, 五十块 of the bricks; a sum in 元 is none. */
function quantityIn(words: string): number | undefined {
  const { n, unit = '' } = measured.exec(words.trim())?.groups ?? {};
  return n === undefined || /[元钱毛号]/u.test(unit) ? undefined : (readWhole(n) ?? undefined);
}

function hoursOf(words: string, now: Date): number | undefined {
  const found = readWholeAnswer('hours', words, now);
  return found !== undefined && found !== 'free' && typeof found.value === 'number' ? found.value : undefined;
}

async function correctVote(parts: Parts, turn: Turn, { no }: Numbered, correction: Correction): Promise<Reply | null> {
  if (correction.kind === 'cancel') return askUndo(parts, turn, no, `您是要撤销刚才在${no}号投的票吗？`);
  if (correction.kind !== 'change') return null;
  const other = readProjectNo(correction.to);
  if (other !== null && /[号#]/u.test(correction.to)) {
    const poll = await turn.unit.polls.byNo(no);
    const ballot =
      poll && turn.member.householdId !== null
        ? await turn.unit.polls.ballotOf(poll.id, turn.member.householdId)
        : null;
    if (!ballot) return null;
    const slots = { no: other, choice: ballot.choice };
    const reply = await act(parts, turn, { intent: 'poll.vote', slots, sure: true, confirmed: false });
    // What was asked of the new vote is answered first.
    if (reply.answers || !(await isCast(turn, other)))
      return { ...reply, text: `${reply.text}\n您在${no}号的票还在。`.trim() };
    const { text, ...asked } = await askUndo(parts, turn, no, `您在${no}号的票还在，要撤销${no}号的投票吗？`);
    return { ...reply, ...asked, text: `${reply.text}\n${text}`.trim() };
  }
  const found = readEither('choice', correction.to, turn.now);
  if (!found) return null;
  return act(parts, turn, { intent: 'poll.vote', slots: { no, choice: found.value }, sure: true, confirmed: false });
}

/** 打错了，是四分; 改成三分. */
async function correctRating(
  parts: Parts,
  turn: Turn,
  { no }: Numbered,
  correction: Correction,
): Promise<Reply | null> {
  const found = correction.kind === 'change' ? readEither('score', correction.to, turn.now) : null;
  if (!found) return null;
  const { value: score, isAll: sure } = found;
  return act(parts, turn, { intent: 'project.rate', slots: { no, score }, sure, confirmed: false });
}

/** True when the member's household has a vote in the poll. */
async function isCast({ unit, member }: Turn, no: number): Promise<boolean> {
  const poll = await unit.polls.byNo(no);
  if (!poll || member.householdId === null) return false;
  return (await unit.polls.ballotOf(poll.id, member.householdId)) !== null;
}

/** A vote is taken back until the poll ends (docs/domain.md 7); it is asked first, for a vote is soon gone. */
function askUndo(parts: Parts, turn: Turn, no: number, question: string): Promise<Reply> {
  return ask(
    parts,
    turn,
    { intent: 'poll.undo', slots: { no }, sure: true, confirmed: false },
    { asks: 'yes', question },
  );
}

function cannot({ no }: LastDeed): string {
  return `${no === undefined ? '' : `${no}号`}刚才那件事不能用这一句改。请把要改的话说全，或发送“帮助”。没有改任何东西。`;
}
