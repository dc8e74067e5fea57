import type { Logger } from 'pino';
import { holdersOf, may } from '../domain/permissions.js';
import { movedTo } from '../domain/funds/ledger.js';
import { Refusal } from '../domain/refusal.js';
import { type AnyIntent, Confirm, type Deed } from './intent.js';
import { stripMentions as withoutMentions } from '../language/values/mention.js';
import type { Context, Understanding } from '../language/reading/understand.js';
import type { Attachment, Message, Press } from './message.js';
import { type Reply, silence } from './reply.js';
import { revisionOf, stamped } from './revision.js';
import { type SentFile, openSent, takeFile } from './sent-file.js';
import { type Fetched, takePicture, withLost } from './sent-picture.js';
import type { Grid } from '../store/people/grid.js';
import type { Project } from '../store/proposal/project.js';
import type { MemberView } from '../store/people/members.js';
import { Tries } from '../store/people/tries.js';
import type { OpenUnit, Store, Unit } from '../store/engine/unit.js';
import { type Wish, answerTo, fixedForms, numberedVote, readNumbered, sureFrom } from './wish.js';
import { say } from './refusals/say.js';

export interface DispatchParts {
  readonly store: Store;
  readonly intents: ReadonlyMap<string, AnyIntent>;
  readonly understand: (text: string, now: Date, context: Context) => Understanding;
  readonly now: () => Date;
  readonly boardUrl: (grid: string, no?: number) => string;
  readonly log: Logger;
  /** Fetches what a member sent: `none` when it is no picture that can be used, null when it could not be had in time. */
  readonly fetchPicture?: (attachment: Attachment) => Promise<Fetched>;
  /** Fetches a file that a member sent; null when it could not be had in time. */
  readonly fetchFile?: (attachment: Attachment) => Promise<Buffer | null>;
  /** Chance, for codes that nobody may guess. */
  readonly random: (bytes: number) => Buffer;
  /** Told when an answered message has left posts to be sent. */
  readonly onQueued?: () => void;
  /** Told of each refusal's code, for the metrics. */
  readonly onRefusal?: (code: string) => void;
}

interface Parts extends DispatchParts {
  readonly fixedForm: (text: string) => Wish | null;
}

/** A question to an unanswered member is dropped after this long; no time-out is under ten minutes (domain.md 16). */
const questionMs = 30 * 60_000;
/**
 * Answers messages: finds the grid and the member, understands, checks who may, asks for what is missing, acts.
 * Message id, deed and answer are one unit of work, so a message delivered again gets the first answer and does nothing.
 */
export function createDispatch(settings: DispatchParts): (message: Message) => Promise<Reply> {
  const parts: Parts = { ...settings, fixedForm: fixedForms(settings.intents) };
  return async message => {
    if (message.body.kind === 'ignored') return silence;
    if (message.body.kind === 'awaits') return { text: '这条消息已经处理完了。' };
    const now = parts.now();
    // Fetched before the unit of work begins: nobody waits in line behind a slow download.
    const pictures = await picturesOf(parts, message);
    const file = await fileOf(parts, message);
    const answer = await parts.store.inUnit(async open => {
      const given = await open.answered(message.id);
      if (given) return { reply: given as unknown as Reply, again: true, hasQueued: false };
      const reply = await answerIn(parts, open, { ...message, pictures, file }, now);
      await open.keepAnswer(message.id, { ...reply }, now);
      return { reply, again: false, hasQueued: open.hasQueued };
    });
    if (answer.hasQueued) parts.onQueued?.();
    parts.log.info({ messageId: message.id, kind: message.body.kind, again: answer.again }, 'answered');
    return answer.reply;
  };
}

/** A message with the pictures that came with it; a fault stands where one could not be used. */
type Heard = Message & { readonly pictures: readonly Fetched[]; readonly file: SentFile | null };

/** Read before the record is opened: whoever else is chatting is not to wait for a long list. */
async function fileOf({ fetchFile }: Parts, { body }: Message): Promise<SentFile | null> {
  const bytes = body.kind === 'sent' && body.type === 'file' && fetchFile ? await fetchFile(body.attachment) : null;
  return bytes && openSent(bytes);
}

async function picturesOf({ fetchPicture }: Parts, { body }: Message): Promise<Heard['pictures']> {
  const attachments =
    body.kind === 'said' ? body.pictures : body.kind === 'sent' && body.type === 'image' ? [body.attachment] : [];
  if (!fetchPicture || attachments.length === 0) return [];
  return Promise.all(attachments.slice(0, 9).map(attachment => fetchPicture(attachment)));
}

async function answerIn(parts: Parts, open: OpenUnit, message: Heard, now: Date): Promise<Reply> {
  const grid = await gridOf(open, message);
  if (!grid) return greetUnbound(parts, open, message, now);

  const unit = await open.within(grid);
  const member = await unit.members.view(message.userid);
  const reply = await stamped(unit, await answerMember(parts, open, { unit, member, message, now }));
  return message.chat.kind === 'single' ? withNotices(unit, member, reply, now) : reply;
}

async function gridOf(open: OpenUnit, message: Message): Promise<Grid | null> {
  const { chat, userid } = message;
  const grid = await (chat.kind === 'group' ? open.grids.byChat(chat.id) : open.grids.byUser(userid));
  // Nothing is added to a grid that was merged into another: that one answers.
  return grid?.successorId ? open.grids.byId(grid.successorId) : grid;
}

/** In a group that belongs to no grid only one sentence is understood: the one that binds it. */
async function greetUnbound(parts: Parts, open: OpenUnit, message: Heard, now: Date): Promise<Reply> {
  const bind = parts.intents.get('grid.bind');
  const slots = message.body.kind === 'said' ? bind?.pattern?.exec(message.body.text)?.groups : undefined;
  const grid = slots?.['code'] ? await guessed(open, message, slots['code'], now) : null;
  if (bind && grid) {
    const unit = await open.within(grid);
    const member = await unit.members.view(message.userid);
    const wish = { intent: 'grid.bind', slots: { ...slots }, sure: true, confirmed: false };
    return act(parts, open, { unit, member, message, now }, wish);
  }
  if (message.chat.kind === 'single') {
    return {
      text: '您好！我是众议众筹小助手。我还不认识您：请先在本网格的群里@我，说一句例如“我是5号楼2单元301的周桂兰”。',
    };
  }
  return { text: say(new Refusal(slots ? 'grid.wrongCode' : 'grid.unbound', {})) };
}

/** Wrong codes within an hour, from one member and from one group, after which no code is looked at any more. */
const mostWrongCodes = 5;

/** The grid that a binding code opens; null for a wrong one, and for every one after five wrong ones. */
async function guessed(open: OpenUnit, { userid, chat }: Message, code: string, now: Date): Promise<Grid | null> {
  const tries = new Tries(open.manager);
  const whose = [`code ${userid}`, `code in ${chat.kind === 'group' ? chat.id : userid}`];
  for (const who of whose) if ((await tries.count(who, now)) >= mostWrongCodes) return null;
  const grid = await open.grids.byBindCode(code);
  if (!grid) for (const who of whose) await tries.add(who, now);
  return grid;
}

interface Turn {
  readonly unit: Unit;
  readonly member: MemberView;
  readonly message: Heard;
  readonly now: Date;
}

async function answerMember(parts: Parts, open: OpenUnit, turn: Turn): Promise<Reply> {
  const { body } = turn.message;
  switch (body.kind) {
    case 'entered':
      return greet(turn.member);
    case 'sent':
      return body.type === 'file'
        ? takeFile(turn.unit, { ...turn, file: turn.message.file, messageId: turn.message.id })
        : takePicture(turn.unit, { ...turn, picture: turn.message.pictures[0], messageId: turn.message.id });
    case 'pressed':
      return answerPress(parts, open, turn, body.press);
    case 'said':
      return withLost(await answerWords(parts, open, turn, body), turn.message.pictures);
    default:
      return silence;
  }
}

/**
 * A press is a clear wish and no more: what asks once more in words asks once more here too. On a card from before a new poll or
 * another plan it does nothing, and the matter is shown as it stands now.
 */
async function answerPress(
  parts: Parts,
  open: OpenUnit,
  turn: Turn,
  { intent, slots, revision }: Press,
): Promise<Reply> {
  if (revision === (await revisionOf(turn.unit, slots)))
    return act(parts, open, turn, { intent, slots, sure: true, confirmed: false });
  parts.onRefusal?.('card.old');
  const no = Number(slots['no']);
  const shows = (await turn.unit.polls.byNo(no)) ? 'poll.status' : 'proposal.show';
  const now = await act(parts, open, turn, { intent: shows, slots: { no }, sure: true, confirmed: false });
  // The card that takes the old one's place has room for it in its title only.
  const card = now.card && { ...now.card, title: oldCard };
  return { ...now, ...(card && { card }), text: [oldCard, now.text].filter(Boolean).join('\n') };
}

const oldCard = '这是以前的卡片，没有记；现在是这样';

function greet(member: MemberView): Reply {
  const who = member.household ? `${member.name}，您好！` : '您好！';
  const next = member.household
    ? '发送“帮助”看看能办什么。'
    : '您还没有绑定住户，发送例如：我是5号楼2单元301的周桂兰。';
  return { text: `${who}我是众议众筹小助手。${next}` };
}

async function answerWords(
  parts: Parts,
  open: OpenUnit,
  turn: Turn,
  said: { readonly text: string; readonly quoted?: string },
): Promise<Reply> {
  const { unit, member, now } = turn;
  if (Buffer.byteLength(said.text) > mostBytes) return { text: tooLong };
  const text = withoutMentions(said.text).trim();
  const fixed = parts.fixedForm(text);
  if (fixed) return act(parts, open, turn, fixed);

  const chat = chatKey(turn.message);
  const question = await unit.questions.of(member.userid, chat);
  const context = await contextOf(unit, member, { text, quoted: said.quoted });
  const understood = parts.understand(text, now, context);
  if (question) {
    await unit.questions.drop(member.userid, chat);
    const wish =
      now.getTime() - question.askedAt.getTime() <= questionMs
        ? (readNumbered(parts.intents, question, text) ?? answerTo(question, text, understood, now))
        : null;
    if (wish === 'no') return { text: '好的，没有记。请换个说法再告诉我，或发送“帮助”。' };
    if (wish) return act(parts, open, turn, wish, text);
  }
  const numbered = numberedVote(text, context);
  if (numbered) return act(parts, open, turn, numbered);
  const wish = {
    intent: understood.intent,
    slots: { ...understood.slots, ...understood.extras },
    sure: understood.confidence >= sureFrom,
    confirmed: false,
  };
  return act(parts, open, turn, wish, text);
}

/** A message of more bytes is not read at all: nobody types that much in one piece. */
const mostBytes = 4096;
const tooLong = '这条消息太长，我没有读，也没有记任何东西。请缩短到1300字以内，或者分几条发给我。';

/** Words that may speak of the member's own last pledge: 再加200, 改成500. */
const ofOwnPledge = /[加添追改变换]|不是/u;

async function contextOf(
  unit: Unit,
  member: MemberView,
  { text, quoted }: { readonly text: string; readonly quoted: string | undefined },
): Promise<Context> {
  const polls = await unit.polls.choosable();
  const funding = await unit.projects.numbersIn(['approved', 'pledging', 'collecting']);
  const ownPledge = ofOwnPledge.test(text) ? await lastPledge(unit, member, funding) : null;
  return {
    openPolls: polls.map(({ no, options, many }) => ({
      no,
      ...(options ? { options } : {}),
      ...(many ? { many: true as const } : {}),
    })),
    openPledges: funding.map(({ no }) => no),
    ...(ownPledge ? { ownPledge } : {}),
    ...(quoted === undefined ? {} : { quoted }),
    roles: member.roles.map(({ role }) => role),
  };
}

/** The newest pledge of the member's household in the rounds that are open. */
async function lastPledge(
  unit: Unit,
  { householdId }: MemberView,
  rounds: readonly Pick<Project, 'id' | 'no'>[],
): Promise<Context['ownPledge'] | null> {
  if (householdId === null) return null;
  const found = await unit.ledger.lastPledge(
    householdId,
    rounds.map(({ id }) => id),
  );
  const round = rounds.find(({ id }) => id === found?.projectId);
  return found && round ? { no: round.no, amountFen: movedTo('promised', [found]) } : null;
}

/** Checks the wish in order: known, permitted, complete, sure. Then does it; a refusal leaves no trace of the deed. */
async function act(parts: Parts, open: OpenUnit, turn: Turn, wish: Wish, text = ''): Promise<Reply> {
  const intent = parts.intents.get(wish.intent);
  if (!intent) return { text: '这个按钮已经不用了，请直接发文字给我，或发送“帮助”。' };
  try {
    ensurePermitted(intent, turn.member);
    const missing = missingSlot(parts, intent, { slots: wish.slots, text, now: turn.now });
    if (missing) return await ask(turn, wish, missing.name, missing.question);
    if (!wish.sure && intent.readBack) {
      return await ask(turn, wish, 'yes', `您是要${intent.readBack(wish.slots)}吗？回复“是”确认，“不是”取消。`);
    }
    return await open.attempt(async () => toReply(await intent.handle(deedOf(parts, turn, wish, intent))));
  } catch (error) {
    if (error instanceof Confirm) return ask(turn, wish, 'yes', `${error.question}回复“是”确认，“不是”取消。`);
    if (!(error instanceof Refusal)) throw error;
    parts.onRefusal?.(error.code);
    if (error.code === 'project.several' || error.code === 'poll.several') return ask(turn, wish, 'no', say(error));
    return { text: say(error) };
  }
}

function ensurePermitted(intent: AnyIntent, member: MemberView): void {
  if (may(member, intent.permission)) return;
  const holders = holdersOf(intent.permission);
  if (holders.length === 1 && member.householdId === null && may({ householdId: 1, roles: [] }, intent.permission)) {
    throw new Refusal('member.unbound', {});
  }
  throw new Refusal('permission.missing', { deed: '这件事', roles: holders });
}

/** The first required slot without a usable value, with the question that asks for it, or what was wrong with it. */
function missingSlot(
  parts: Parts,
  intent: AnyIntent,
  { slots, text, now }: { slots: Wish['slots']; text: string; now: Date },
): { name: string; question: string } | null {
  for (const [name, kind] of Object.entries(intent.slots)) {
    const usable = slots[name] !== undefined && kind.accept(slots[name]) !== undefined;
    if (usable) continue;
    if (!kind.optional || kind.strict) {
      // A fixed form hands over the very words that cannot be used.
      const said = slots[name];
      const fault = refusalOf(() => kind.diagnose?.(typeof said === 'string' ? said : text, now));
      if (fault) parts.onRefusal?.(fault.code);
      if (fault) return { name, question: say(fault) };
    }
    if ((kind.optional && slots[name] === undefined) || kind.needed?.(slots) === false) continue;
    return { name, question: kind.ask };
  }
  return null;
}

function refusalOf(check: () => void): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function ask(turn: Turn, wish: Wish, asks: string, question: string): Promise<Reply> {
  const { unit, member, message, now } = turn;
  const { intent, slots } = wish;
  await unit.questions.ask({
    userid: member.userid,
    chat: chatKey(message),
    intent,
    slots: { ...slots },
    asks,
    askedAt: now,
  });
  return { text: question };
}

function deedOf(parts: Parts, turn: Turn, wish: Wish, intent: AnyIntent): Deed {
  const { unit, member, message, now } = turn;
  const slots = Object.fromEntries(
    Object.entries(intent.slots).map(([name, kind]) => [name, kind.accept(wish.slots[name])]),
  );
  return {
    unit,
    member,
    slots,
    now,
    messageId: message.id,
    chat: message.chat,
    pressed: message.body.kind === 'pressed',
    ...(message.body.kind === 'said' ? { said: message.body.text } : {}),
    pictures: message.pictures.filter(picture => picture !== null && picture !== 'none'),
    random: parts.random,
    intents: parts.intents,
    confirmed: wish.confirmed,
    boardUrl: no => parts.boardUrl(unit.grid.code, no),
  };
}

/** In private chat everything that waits for the member is told along with the answer. */
async function withNotices(unit: Unit, member: MemberView, reply: Reply, now: Date): Promise<Reply> {
  const waiting = await unit.posts.waitingFor(member.userid, now);
  if (waiting.length === 0) return reply;
  for (const post of waiting) await unit.posts.markSent(post, now);
  const notices = waiting.flatMap(({ content }) => ('text' in content ? [content.text] : []));
  return { ...reply, text: [reply.text, ...notices].filter(Boolean).join('\n\n---\n') };
}

function toReply(answer: string | Reply): Reply {
  return typeof answer === 'string' ? { text: answer } : answer;
}

function chatKey({ chat }: Message): string {
  return chat.kind === 'group' ? chat.id : 'single';
}
