import { yuan } from '../domain/money.js';
import { plain } from '../domain/plain-text.js';
import { Refusal } from '../domain/refusal.js';
import type { Correction } from '../language/values/corrections.js';
import { chineseNumerals, readProjectNo, readWhole } from '../language/values/numbers.js';
import { readWholeAnswer } from '../language/values/whole-answer.js';
import { lastOffer, undoLastPromise } from '../operations/pledge/undo-last-promise.js';
import type { Offer } from '../store/pledge/offer.js';
import { act, ask, deedOf, ensurePermitted, toReply } from './act.js';
import { say } from './refusals/say.js';
import type { Reply } from './reply.js';
import type { Parts, Turn } from './turn.js';

/** A correction speaks of what was done so shortly ago, and of nothing older. */
const rememberedMs = 10 * 60_000;

/** What the member did last, as the journal has it. */
interface LastDeed {
  readonly intent: string;
  readonly no: number | undefined;
  readonly amountFen: number | undefined;
  /** True where it was added to what stood (再加200). */
  readonly adds: boolean;
}

async function lastDeed({ intents }: Parts, { unit, member, now }: Turn): Promise<LastDeed | null> {
  const lines = await unit.journal.ofMember(member.userid, new Date(now.getTime() - rememberedMs));
  const line = lines.findLast(({ deed, facts }) => intents.has(deed) && facts['proxy'] !== true);
  if (!line) return null;
  const number = (name: string): number | undefined =>
    typeof line.facts[name] === 'number' ? line.facts[name] : undefined;
  return { intent: line.deed, no: number('no'), amountFen: number('amountFen'), adds: line.facts['adds'] === true };
}

/**
 * Answers a correction or a pronoun (改成三百, 不是2号，是3号, 刚才那个取消, 给我匿名, 再加十块): it belongs to the member's last deed,
 * whatever that was, and the answer says what changed. Null when there was none just now.
 */
export async function correctLast(parts: Parts, turn: Turn, correction: Correction): Promise<Reply | null> {
  const last = await lastDeed(parts, turn);
  if (!last) return correction.kind === 'same' ? { text: unclearSame } : null;
  if (correction.kind === 'cancel' && correction.of !== undefined && correction.of !== last.intent) return null;
  if (correction.kind === 'same') return sameAgain(parts, turn, last, correction.words);
  try {
    if (last.no !== undefined) {
      const reply = await (correctors[last.intent] ?? unchangeable)(parts, turn, { ...last, no: last.no }, correction);
      if (reply) return reply;
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { text: say(error) };
  }
  return { text: cannot(last) };
}

type Numbered = LastDeed & { readonly no: number };
type Corrector = (parts: Parts, turn: Turn, last: Numbered, correction: Correction) => Promise<Reply | null>;

const correctors: Readonly<Record<string, Corrector>> = {
  'pledge.money': correctMoney,
  'pledge.goods': (parts, turn, last, correction) => correctOffer(parts, turn, last, correction),
  'pledge.labour': (parts, turn, last, correction) => correctOffer(parts, turn, last, correction),
  'poll.vote': correctVote,
  'proposal.open': async (parts, turn, { no }, { kind }) =>
    kind === 'cancel'
      ? act(parts, turn, { intent: 'proposal.withdraw', slots: { no }, sure: true, confirmed: false })
      : null,
};

const unchangeable: Corrector = async () => null;

/**
 * A changed sum stands in the place of the last one only; what the household promised before it stays. Who had added to it (再加200)
 * heard the whole, and speaks of the whole: 改成500 makes all of it 500.
 */
async function correctMoney(parts: Parts, turn: Turn, last: Numbered, correction: Correction): Promise<Reply | null> {
  const { unit, member, now, message } = turn;
  const { no, amountFen = 0, adds } = last;
  const project = await unit.projects.byNo(no);
  if (!project || member.householdId === null) return null;
  const { promisedFen } = await unit.ledger.standingOf(project.id, member.householdId);
  const pledge = (slots: object, sure = true): Promise<Reply> =>
    act(parts, turn, { intent: 'pledge.money', slots: { no, ...slots }, sure, confirmed: false });
  if (correction.kind === 'unnamed') return pledge({ amount: promisedFen, replaces: true, unnamed: true });
  if (correction.kind === 'cancel') {
    await turn.open.attempt(() =>
      undoLastPromise(unit, { member, no, what: { amountFen }, now, messageId: message.id }),
    );
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
  if (fen === undefined) return null;
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

function sumIn(words: string, now: Date): number | undefined {
  const found = readWholeAnswer('amount', words, now);
  return found !== undefined && found !== 'free' && typeof found.value === 'number' ? found.value : undefined;
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
  const { unit, member, now, message } = turn;
  const intent = parts.intents.get(done.intent);
  if (!intent) return { text: '' };
  ensurePermitted(intent, member);
  return turn.open.attempt(async () => {
    await undoLastPromise(unit, { member, ...undone, now, messageId: message.id });
    const wish = { ...done, sure: true, confirmed: false };
    const reply = toReply(await intent.handle(deedOf(parts, turn, wish, intent)));
    return { ...reply, text: `${changed}${reply.text}` };
  });
}

const measured = new RegExp(`^(?:是)?(?<n>\\d{1,6}|[${chineseNumerals}两]{1,6})(?<unit>[^\\d]{0,6})$`, 'u');

async function correctOffer(parts: Parts, turn: Turn, last: Numbered, correction: Correction): Promise<Reply | null> {
  const kind = last.intent === 'pledge.goods' ? 'goods' : 'labour';
  const { unit, member, now, message } = turn;
  const offer = await lastOffer(unit, member, last.no, kind);
  if (!offer) return null;
  const { no } = last;
  const named = offer.what ? plain(offer.what, 30) : '出工';
  const slots =
    kind === 'goods'
      ? { item: offer.what, quantity: offer.quantity ?? undefined }
      : { task: offer.what ?? undefined, hours: offer.minutes === null ? undefined : offer.minutes / 60 };
  if (correction.kind === 'cancel') {
    await turn.open.attempt(() => undoLastPromise(unit, { member, no, what: { offer }, now, messageId: message.id }));
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
  if (correction.kind === 'cancel')
    return { text: `投出的票不能撤回，截止前可以改，例如“${no}号弃权”。您在${no}号的票没有变。` };
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
    return { ...reply, text: `${reply.text}\n您在${no}号的票还在，截止前可以改，例如“${no}号弃权”。`.trim() };
  }
  const found = readWholeAnswer('choice', correction.to, turn.now);
  if (found === undefined || found === 'free') return null;
  return act(parts, turn, { intent: 'poll.vote', slots: { no, choice: found.value }, sure: true, confirmed: false });
}

const unclearSame = '您是要办哪一件，我分不清。请说全，例如“2号我出200元”或“4号同意”。没有记任何东西。';

/** 3号同上 after 2号我出200元: the same for another number, read back; without a number nobody knows what it is about. */
async function sameAgain(parts: Parts, turn: Turn, last: LastDeed, words: string): Promise<Reply> {
  const no = readProjectNo(words);
  const intent = parts.intents.get(last.intent);
  if (no === null || !/^(?:pledge\.money|poll\.vote)$/.test(last.intent) || !intent?.readBack)
    return { text: unclearSame };
  const slots = last.intent === 'poll.vote' ? await votedLast(turn, last, no) : { no, amount: last.amountFen };
  if (!slots) return { text: unclearSame };
  return ask(
    turn,
    { intent: last.intent, slots, sure: true, confirmed: false },
    'yes',
    `您是要${intent.readBack(slots)}吗？回复“是”确认，“不是”取消。`,
  );
}

/** 4号也一样 after 3号同意: the household's own last choice. */
async function votedLast(
  { unit, member }: Turn,
  last: LastDeed,
  no: number,
): Promise<Readonly<Record<string, unknown>> | null> {
  const poll = last.no === undefined ? null : await unit.polls.byNo(last.no);
  if (!poll || poll.options || member.householdId === null) return null;
  const ballot = await unit.polls.ballotOf(poll.id, member.householdId);
  return ballot && { no, choice: ballot.choice };
}

function cannot({ intent, no }: LastDeed): string {
  if (intent.startsWith('funds.'))
    return '刚才记的是账，账不能直接改：记错了用冲销改正，例如“冲销凭证57：重复登记”，再重新记一笔。没有改任何东西。';
  return `${no === undefined ? '' : `${no}号`}刚才那件事不能用这一句改。请把要改的话说全，或发送“帮助”。没有改任何东西。`;
}
