import { readFormCode } from '../domain/ballot/paper-form.js';
import { isOutsider } from '../domain/people/identity.js';
import { repeated } from '../domain/notice/may-repeat.js';
import { may } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { tellingBy } from '../operations/notice/tell-fact.js';
import { comeByLink } from '../operations/people/come-by-link.js';
import { tellers } from '../publish/tellers.js';
import type { OpenUnit } from '../store/engine/unit.js';
import type { Grid } from '../store/people/grid.js';
import { Tries } from '../store/people/tries.js';
import { OpinionWanted } from './opinion/proposal.js';
import { Unfinished } from './opinion/unfinished.js';
import { act } from './act.js';
import { bringer } from './sent/brought.js';
import { answerEntry, cameBy } from './entering.js';
import { answerFilled } from './form/filled.js';
import { gridOf } from './grid-of.js';
import { repliedOnPage } from './form/on-page.js';
import { answerAgain, toKeep } from './kept-answer.js';
import { type Message, type Press, isFromPage } from './message.js';
import { say } from './refusals/say.js';
import { answerScanned } from './sent/scanned.js';
import { type Reply, silence } from './reply.js';
import { revisionOf, stamped } from './revision.js';
import { answerWords } from './said.js';
import { answerTapped } from './question/tapped.js';
import { answersQuestion } from './question/taps.js';
import { takePhotos, waitsForPhoto } from './sent/sent-beside.js';
import { takeFile } from './sent/sent-file.js';
import { withSentPhotos } from './sent/sent-photos.js';
import { takePicture, withLost } from './sent/sent-picture.js';
import { Spoken } from './before/spoken.js';
import type { DispatchParts, Heard, Parts, Turn } from './turn.js';
import { fixedForms } from './wish.js';

/**
 * Answers messages: finds the grid and the member, understands, checks who may, asks for what is missing, acts.
 * Message id, deed and answer are one unit of work, so a message delivered again gets the first answer and does nothing.
 */
export function createDispatch(settings: DispatchParts): (message: Message) => Promise<Reply> {
  const parts: Parts = {
    ...settings,
    tell: tellingBy(tellers, settings.boardUrl),
    fixedForm: fixedForms(settings.intents),
    spoken: new Spoken(),
    afterwards:
      settings.afterwards ??
      (work => void work().catch((err: unknown) => settings.log.error({ err }, 'what nobody waited for failed'))),
  };
  const bring = bringer(settings);
  const { model, patience } = parts;
  const unfinished = model && patience ? new Unfinished(patience) : null;
  return async message => {
    const { body } = message;
    if (body.kind === 'ignored') return silence;
    if (body.kind === 'awaits') return (await unfinished?.rest(body.streamId)) ?? { text: '这条消息已经处理完了。' };
    const begun = unfinished?.again(message.id);
    if (begun) return begun;
    const now = parts.now();
    const heard = { ...message, ...(await bring(message, now)) };
    try {
      return await answered(parts, heard, now);
    } catch (error) {
      if (!(error instanceof OpinionWanted) || !model || !unfinished) throw error;
      // Nothing was kept yet: with the opinion, or without one, the message is answered anew.
      return unfinished.begin(message.id, async () => {
        const said = await model(error.asks.asked);
        return answered(parts, { ...heard, opinion: said === null ? null : error.asks.wishFrom(said) }, now);
      });
    }
  };
}

async function answered(parts: Parts, message: Heard, now: Date): Promise<Reply> {
  const { chat, userid: by } = message;
  const heardBy = { isPrivate: chat.kind === 'single', isOverheard: chat.kind === 'single' && chat.isOverheard };
  const cause = { by, at: now, messageId: message.id, ...heardBy, tell: parts.tell };
  const answer = await parts.store.inUnit(async open => {
    const given = await open.answered(message.id);
    if (given)
      return {
        reply: again(message, await answerAgain(open, message, given)),
        again: true,
        hasQueued: false,
        later: [],
      };
    const reply = await answerIn(parts, open, message, now);
    if (isKept(message, reply)) await open.keepAnswer(message.id, toKeep(reply), now);
    return { reply, again: false, hasQueued: open.hasQueued, later: open.later };
  }, cause);
  if (answer.hasQueued) parts.onQueued?.();
  for (const { grid, work } of answer.later)
    parts.afterwards(async () => {
      await work(inUnit => parts.store.inGrid(grid, inUnit, cause));
      parts.onQueued?.();
    });
  parts.log.info({ messageId: message.id, kind: message.body.kind, again: answer.again }, 'answered');
  return answer.reply;
}

/** A form keeps its one-time key until it has done its deed: read back or refused, it may be handed in again. */
function isKept({ body }: Message, { outcome }: Reply): boolean {
  return body.kind !== 'filled' || outcome?.kind === 'done';
}

function again({ body }: Message, reply: Reply): Reply {
  return body.kind === 'filled' ? { ...reply, outcome: { kind: 'done', again: true } } : reply;
}

async function answerIn(parts: Parts, open: OpenUnit, message: Heard, now: Date): Promise<Reply> {
  const { body, userid } = message;
  const came = body.kind === 'entered' && body.came ? body.came : null;
  const linked = came && (await comeByLink(open, { userid, scene: came.scene }));
  const grid = await gridOf(open, message);
  if (!grid) return greetUnbound(parts, open, message, now);

  const unit = await open.within(grid);
  const member = await unit.members.view(message.userid);
  const turn = { open, unit, member, message, now };
  const by = came && linked && cameBy(came, linked);
  const said = body.kind === 'entered' ? await answerEntry(parts, turn, by) : await answerMember(parts, turn);
  const reply = await stamped(unit, said);
  if (isFromPage(body)) return repliedOnPage({ parts, member, now }, reply);
  return message.chat.kind === 'single' ? withNotices(turn, reply) : reply;
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
    return act(parts, { open, unit, member, message, now }, wish);
  }
  if (message.chat.kind === 'single') {
    return {
      text: isOutsider(message.userid)
        ? '您好！我是众议众筹小助手。我还不知道您住哪个小区：请用微信扫一下楼道海报、公示栏或绑定卡上的“客服”二维码，再来找我。'
        : '您好！我是众议众筹小助手。我还不认识您：请先在本网格的群里@我，说一句例如“我是5号楼2单元301的周桂兰”。',
    };
  }
  return { text: say(new Refusal(slots ? 'grid.wrongCode' : 'grid.unbound', {})) };
}

/** Wrong codes within an hour, from one member and from one group, after which no code is looked at any more. */
const mostWrongCodes = 5;

/** The grid that a binding code opens; null for a wrong one, and for every one after five wrong ones. */
async function guessed(open: OpenUnit, { userid, chat }: Message, code: string, now: Date): Promise<Grid | null> {
  const tries = new Tries(open.manager);
  const counted = [`code ${userid}`, `code in ${chat.kind === 'group' ? chat.id : userid}`].map(
    who => [who, mostWrongCodes] as const,
  );
  if (await tries.areSpent(counted, now)) return null;
  const grid = await open.grids.byBindCode(code);
  if (!grid) await tries.add(counted, now);
  return grid;
}

async function answerMember(parts: Parts, turn: Turn): Promise<Reply> {
  const { body } = turn.message;
  switch (body.kind) {
    case 'sent':
      return body.type === 'file' ? takeFile(parts, turn) : answerPicture(parts, turn);
    case 'pressed':
      return answerPress(parts, turn, body.press);
    case 'filled':
      return answerFilled(parts, turn, body);
    case 'said':
      return withLost(await answerWords(parts, turn, body), turn.message.pictures);
    default:
      return silence;
  }
}

/** A picture sent alone; a form on paper says by its code what it is, and is entered from there. */
async function answerPicture(parts: Parts, turn: Turn): Promise<Reply> {
  const [picture] = turn.message.pictures;
  const question = await waitsForPhoto(parts, turn);
  const code = picture && picture !== 'none' ? picture.code : undefined;
  const beside = question && code === undefined ? await takePhotos(parts, turn, question) : null;
  if (beside) return beside;
  const kept = await takePicture(turn.unit, { ...turn, picture, intents: parts.intents });
  const form = code === undefined ? null : readFormCode(code);
  const mayEnter =
    may(turn.member, 'poll.paper') || (form?.form === 'acceptance' && may(turn.member, 'project.accept'));
  if (code === undefined || !form || !mayEnter) return kept;
  return answerScanned(parts, turn, code, form);
}

/**
 * A press is a clear wish and no more: what asks once more in words asks once more here too. On a card from before a new poll or
 * another plan it does nothing, and the matter is shown as it stands now.
 */
async function answerPress(parts: Parts, turn: Turn, { intent, slots, revision }: Press): Promise<Reply> {
  if (intent === answersQuestion) return answerTapped(parts, turn, slots);
  if (revision === (await revisionOf(turn.unit, slots)))
    return act(parts, await withSentPhotos(turn, { slots }), { intent, slots, sure: true, confirmed: false });
  parts.onRefusal?.('card.old');
  const no = Number(slots['no']);
  const shows = (await turn.unit.polls.byNo(no)) ? 'poll.status' : 'proposal.show';
  const now = await act(parts, turn, { intent: shows, slots: { no }, sure: true, confirmed: false });
  // The card that takes the old one's place has room for it in its title only.
  const card = now.card && { ...now.card, title: oldCard };
  return { ...now, ...(card && { card }), text: [oldCard, now.text].filter(Boolean).join('\n') };
}

const oldCard = '这是以前的卡片，没有记；现在是这样';

/** In private chat everything that waits for the member is told along with the answer. */
async function withNotices({ unit, member, message, now }: Turn, reply: Reply): Promise<Reply> {
  const waiting = await unit.posts.waitingFor(member.userid, now);
  if (waiting.length === 0) return reply;
  for (const post of waiting) await unit.posts.markSent(post, now);
  const notices = waiting.flatMap(({ content, sentAt }) =>
    'text' in content ? [sentAt === null ? content.text : repeated(content.text)] : [],
  );
  const text = [reply.text, ...notices].filter(Boolean).join('\n\n---\n');
  // A greeting is a card or words (docs/wecom-protocol.md 5.1), and what waits has no room on a card.
  const told = waiting.map(({ id }) => id);
  return message.body.kind === 'entered' ? { text, told } : { ...reply, text, told };
}
