import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { carriedBy } from '../domain/people/door-scene.js';
import { comeByLink } from '../operations/people/come-by-link.js';
import type { Message } from '../talk/message.js';
import type { Reply } from '../talk/reply.js';
import type { KfMessage } from '../store/notice/kf-message.js';
import { KfDesk, type NewAnswer } from '../store/notice/kf-desk.js';
import { Leases } from '../store/engine/leases.js';
import type { Store } from '../store/engine/store.js';
import type { OpenUnit } from '../store/engine/unit.js';
import type { AppApi } from '../wecom/app/api.js';
import { type KfContent, type KfItem, fetchPage } from '../wecom/app/kf.js';
import { mediaUrl } from '../wecom/app/media-url.js';
import { WeComError } from '../wecom/errors.js';
import { wholeAnswer } from '../wecom/robot/answer.js';
import { kfMessages } from '../wecom/faces/kf.js';
import { Rounds } from '../outbox/rounds.js';
import { KfSender } from './kf-sender.js';

interface KfDoorParts {
  readonly store: Store;
  readonly api: AppApi;
  readonly openKfId: string;
  /** The name of this process among those that serve the record. */
  readonly holder: string;
  readonly answer: (message: Message) => Promise<Reply>;
  /** The key of the person whom the door knows by this id; a stranger is given one. Never shown. */
  readonly who: (open: OpenUnit, external: string) => Promise<string>;
  readonly lost: (open: OpenUnit, external: string) => Promise<void>;
  /** While somebody has yet to set the door up nothing is fetched and nothing said; bells are kept. */
  readonly isShut?: () => boolean;
  /** True where a deed binds somebody, so that a row that is tapped again does not do it again. */
  readonly binds: (intent: string) => boolean;
  readonly now: () => Date;
  readonly log: Logger;
  readonly onMessage: (outcome: string) => void;
  readonly onAnswer: (outcome: string) => void;
  /** Told as a round gets on, and when it has ended well. */
  readonly onRound?: () => void;
}

const leaseMs = 15_000;
/** Without a bell for so long the list is asked all the same, for a bell may get lost (docs/wecom-doors.md 27.6). */
const silentMs = 10 * 60_000;
const betweenMs = 60_000;
/** A welcome must be said within 20 seconds (22.8). */
const welcomeMs = 15_000;
/** Of what came before the door was opened, the last ten minutes are answered (22.3). */
const beforeMs = 10 * 60_000;
/** So many answers are said to one message at most: one of the five is left for a correction (27.4). */
const mostAnswers = 4;
const goesOn = '人工接待结束了，小助手接着为您办。发送“待办”看等您办的事，发送“帮助”看能办什么。';
/** So many customers are answered side by side; each one's messages in their order. */
const sideBySide = 32;

/**
 * 微信客服, by which residents with personal WeChat alone take part (docs/wecom-doors.md 22). Its bell only says that something waits.
 * What waits is fetched and kept with the cursor, answered by the same talk door as everybody's words, and the answer is kept before
 * it is sent: killed at any moment, each message has one deed and one answer.
 */
export class KfDoor {
  private readonly sender: KfSender;
  private readonly rounds: Rounds;
  private pulledAt = new Date(0);
  private bellSeen = new Date(0);
  private notBefore = new Date(0);
  private renewedAt = new Date(0);
  private isFirst = true;
  /** The bell rang in this very process: the clock of trial mode may stand still between two bells. */
  private isRung = false;

  constructor(private readonly parts: KfDoorParts) {
    this.sender = new KfSender({ ...parts, unit: work => this.desk(work) });
    this.rounds = new Rounds(
      () => this.once(),
      error => parts.log.error({ err: error }, '微信客服: a round failed; the next one tries again'),
    );
  }

  /** The bell: it is kept, so that whichever process holds the account hears it. */
  async ring(token: string): Promise<void> {
    const now = this.parts.now();
    await this.desk(async desk => {
      await desk.account(now);
      await desk.mark({ bellAt: now, bellToken: token || null });
    });
    this.isRung = true;
    void this.run();
  }

  /** Fetches and answers what waits. Calls that come while it runs share the next run. */
  run(): Promise<void> {
    return this.rounds.run();
  }

  /** What was taken is finished, and whoever comes next may have the account at once. */
  async close(): Promise<void> {
    await this.rounds.ended();
    const { store, holder, now } = this.parts;
    await store.inUnit(open => new Leases(open.manager).leave({ name: this.lease, holder, until: now() }));
  }

  private get lease(): string {
    return `kf:${this.parts.openKfId}`;
  }

  private desk<T>(work: (desk: KfDesk, open: OpenUnit) => Promise<T>): Promise<T> {
    return this.parts.store.inUnit(open => work(new KfDesk(open.manager, this.parts.openKfId), open));
  }

  private async once(): Promise<void> {
    const { now, holder } = this.parts;
    if (this.parts.isShut?.()) {
      this.parts.onRound?.();
      return;
    }
    const account = await this.desk(async (desk, open) => {
      const isMine = await new Leases(open.manager).take({ name: this.lease, holder, now: now(), forMs: leaseMs });
      if (!isMine) return null;
      if (this.isFirst) await desk.dropWelcomes();
      return desk.account(now());
    });
    if (!account) {
      this.parts.onRound?.();
      return;
    }
    const rang = this.isRung || (account.bellAt !== null && account.bellAt > this.bellSeen);
    const isSilent = now().getTime() - (account.bellAt?.getTime() ?? 0) >= silentMs;
    const isDue = this.isFirst || (isSilent && now().getTime() - this.pulledAt.getTime() >= betweenMs);
    this.isFirst = false;
    if ((rang || isDue) && now() >= this.notBefore) {
      this.bellSeen = account.bellAt ?? this.bellSeen;
      this.isRung = false;
      await this.pull(rang ? account.bellToken : null, account.openedAt).catch((error: unknown) => {
        this.isRung = true;
        throw error;
      });
    }
    await this.workOff();
    this.parts.onRound?.();
  }

  private async pull(bellToken: string | null, openedAt: Date): Promise<void> {
    const { api, openKfId, log, now, holder } = this.parts;
    let token = bellToken;
    for (let hasMore = true; hasMore;) {
      this.pulledAt = now();
      const { cursor } = await this.desk(desk => desk.account(now()));
      try {
        const page = await fetchPage(api, { openKfId, cursor, token });
        hasMore = page.hasMore;
        await this.desk(async (desk, open) => {
          await new Leases(open.manager).take({ name: this.lease, holder, now: now(), forMs: leaseMs });
          const fresh = await desk.keep(
            page.items.map(item => asFetched(item, openedAt)),
            page.cursor,
          );
          const wrote = new Map(fresh.filter(isWriting).map(({ external, sentAt }) => [external, sentAt]));
          for (const [external, sentAt] of wrote) await desk.opened(external, sentAt);
        });
        this.parts.onRound?.();
      } catch (error) {
        if (!(error instanceof WeComError)) throw error;
        log.warn({ errcode: error.errcode, kind: error.kind }, '微信客服: the list was not given');
        if (token && error.errcode === 95_007) token = null;
        else if (cursor && (error.errcode === 40_058 || error.errcode === 50_100)) {
          // Three days come once more; what was kept is known by its id.
          await this.desk(desk => desk.mark({ cursor: null }));
        } else {
          this.notBefore = new Date(now().getTime() + betweenMs);
          this.isRung = true;
          return;
        }
      }
    }
    await this.desk(desk => desk.forget(now()));
  }

  /** Answers what is kept and unanswered: side by side, each customer's in their order. */
  private async workOff(): Promise<void> {
    const kept = await this.kept();
    // What was taken back is taken back before it is acted on.
    const { waiting, owed } = (await this.takeBack(kept.waiting)) ? await this.kept() : kept;
    const lines = new Map<string, KfMessage[]>(owed.map(external => [external, []]));
    for (const message of waiting) lines.set(message.external, [...(lines.get(message.external) ?? []), message]);
    const queue = [...lines];
    const worker = async (): Promise<void> => {
      for (let line = queue.shift(); line; line = queue.shift()) {
        await this.workThrough(line[0], line[1]);
        this.parts.onRound?.();
        await this.renew();
      }
    };
    await Promise.all(Array.from({ length: Math.min(sideBySide, queue.length) }, worker));
  }

  /** What waits for an answer, and the customers to whom one is owed. */
  private kept(): Promise<{ waiting: KfMessage[]; owed: string[] }> {
    return this.desk(async desk => ({ waiting: await desk.waiting(), owed: await desk.owed(this.parts.now()) }));
  }

  /** True where somebody has taken something back. */
  private async takeBack(waiting: readonly KfMessage[]): Promise<boolean> {
    let hasRecalls = false;
    for (const message of waiting) {
      const content = message.content as KfContent;
      if (content.kind !== 'recalled') continue;
      hasRecalls = true;
      const late = await this.desk((desk, open) => recall(desk, open, message, content.msgid));
      if (late !== null) await this.keepAnswer(message, { text: late }, {});
    }
    return hasRecalls;
  }

  /** Over a long backlog the account stays this process's; a renewal a few seconds old is new enough. */
  private async renew(): Promise<void> {
    const { now, holder } = this.parts;
    if (now().getTime() - this.renewedAt.getTime() < leaseMs / 3) return;
    this.renewedAt = now();
    const claim = { name: this.lease, holder, now: now(), forMs: leaseMs };
    await this.desk((_, open) => new Leases(open.manager).take(claim));
  }

  private async workThrough(external: string, messages: readonly KfMessage[]): Promise<void> {
    const { log, onMessage } = this.parts;
    try {
      await this.sender.sendDue(external);
      for (const message of messages) {
        onMessage(await this.handle(message, message.content as KfContent));
        await this.sender.sendDue(external);
      }
    } catch (error) {
      // It stays kept and is tried again with the next round; the others go on.
      onMessage('failed');
      log.error({ err: error }, '微信客服: a message could not be answered; it is tried again');
    }
  }

  private async handle(message: KfMessage, content: KfContent): Promise<string> {
    const { now } = this.parts;
    if (content.kind === 'undelivered') {
      await this.sender.undelivered(message, content);
      return 'undelivered';
    }
    if (content.kind === 'ended') {
      await this.handedBack(message, content.code);
      return content.kind;
    }
    if (content.kind !== 'entered') {
      await this.keepAnswer(message, await this.replyTo(message, content), {});
      return content.kind;
    }
    const isLate = now().getTime() - message.sentAt.getTime() > welcomeMs;
    const welcomeCode = isLate ? '' : content.welcomeCode;
    // What a link carried is answered all the same, and that is said when they write; which grid it is of is kept in any case.
    if (welcomeCode === '' && !carriedBy(content.param)) await this.notGreeted(message, content.scene);
    else await this.keepAnswer(message, await this.replyTo(message, content), { isVisit: true, welcomeCode });
    return 'entered';
  }

  /** A person of the office has ended the chat: the bot goes on with it, and says so while that may be said. */
  private async handedBack(message: KfMessage, code: string): Promise<void> {
    await this.desk(desk => desk.givenBack(message.external));
    const isLate = this.parts.now().getTime() - message.sentAt.getTime() > welcomeMs;
    if (code !== '' && !isLate) await this.keepAnswer(message, { text: goesOn }, { isVisit: true, welcomeCode: code });
    else await this.desk(desk => desk.end(message, 'dropped', 'too late to be said'));
  }

  private notGreeted(message: KfMessage, scene: string): Promise<void> {
    return this.desk(async (desk, open) => {
      const userid = await this.parts.who(open, message.external);
      await comeByLink(open, { userid, scene });
      await desk.end(message, 'dropped', 'no welcome is due');
    });
  }

  /** Said again after a kill, this finds the first answer: message, deed and answer are one unit in the talk door. */
  private async replyTo(message: KfMessage, content: KfContent): Promise<Reply> {
    if (content.kind === 'voice') return { text: '语音我还听不懂，请打字告诉我。发送“帮助”看看能办什么。' };
    if (content.kind === 'other') return { text: '这个我用不上，没有记任何东西。请打字告诉我，或者发照片。' };
    const press = content.kind === 'tapped' ? await this.pressOf(message, content.key) : null;
    if (press && 'text' in press) return press;
    const userid = await this.desk((_, open) => this.parts.who(open, message.external));
    const heard = { id: `kf:${message.msgid}`, userid, chat: { kind: 'single', isOverheard: true } as const };
    return wholeAnswer(this.parts.answer, { ...heard, body: press ?? bodyOf(content) });
  }

  /** A tap as a press; words where the row was made for somebody else, or has just been tapped. */
  private async pressOf(
    message: KfMessage,
    key: string,
  ): Promise<Extract<Message['body'], { kind: 'pressed' }> | Reply> {
    const { now, binds } = this.parts;
    return this.desk(async (desk, open) => {
      const row = await desk.row(key, message.external);
      if (!row) return { text: '这个菜单不是发给您的，或者太久了，没有记任何东西。发送“待办”看看现在能办什么。' };
      const last = await desk.lastTapped(row.card);
      const isAgain = last?.id === row.id && last.tappedBy !== message.msgid && binds(row.press.intent);
      // A tap that was refused, or only asked, may be made again: it did nothing.
      const words = isAgain ? await doneAnswer(desk, open, last.tappedBy ?? '') : null;
      if (words !== null) return { text: `这一项刚才已经点过了，没有再记一次。${words && `\n${words}`}` };
      await desk.tapped(row, message.msgid, now());
      const press = { ...row.press, taskId: row.card, cardType: 'button_interaction' };
      return { kind: 'pressed' as const, press };
    });
  }

  private async keepAnswer(
    message: KfMessage,
    reply: Reply,
    { isVisit = false, welcomeCode = '' }: { isVisit?: boolean; welcomeCode?: string },
  ): Promise<void> {
    const { now, openKfId } = this.parts;
    const stem = digest(`${openKfId} ${message.msgid}`);
    const { bodies, choices } = kfMessages(reply, row => `${stem}-${row}`);
    const last = bodies.findLastIndex(({ msgtype }) => msgtype !== 'image');
    const answers = bodies.map((content, part): NewAnswer => {
      const isWelcome = welcomeCode !== '' && part === 0;
      // A visit gives room for its welcome and for nothing else.
      const fits = isVisit ? isWelcome : part < mostAnswers;
      const sendId = `${stem}-${part}`;
      const told = part === last && reply.told ? { ...content, told: reply.told } : content;
      return {
        part,
        sendId,
        content: told,
        welcomeCode: isWelcome ? welcomeCode : null,
        state: fits ? 'waiting' : 'later',
      };
    });
    await this.desk(async desk => {
      if (!isVisit) await desk.revive(message.external, mostAnswers - answers.length, now());
      await desk.offer(message.external, `${reply.card?.about ?? 'menu'}@${stem}`, choices, now());
      await desk.answer(message.external, message.msgid, answers, now());
      await desk.end(message, 'done');
    });
  }
}

/** What was not acted on yet is dropped; what was, stands: these words say so (22.5). */
async function recall(desk: KfDesk, open: OpenUnit, message: KfMessage, msgid: string): Promise<string | null> {
  const meant = await desk.message(msgid);
  if (meant?.state === 'waiting') await desk.end(meant, 'dropped', 'taken back');
  else {
    const words = await doneAnswer(desk, open, msgid);
    // It is ended together with its answer.
    if (words !== null) return `撤回晚了，那一句已经办了，没有跟着撤回。要改，请再说一句。${words && `\n${words}`}`;
  }
  await desk.end(message, 'done');
  return null;
}

/** What was answered to a message that did a deed, empty where no answer is kept any more; null for one that did nothing. */
async function doneAnswer(desk: KfDesk, open: OpenUnit, msgid: string): Promise<string | null> {
  if (!(await desk.wasDone(`kf:${msgid}`))) return null;
  const given = (await open.answered(`kf:${msgid}`))?.['text'];
  return typeof given === 'string' ? given : '';
}

/** True for what a customer wrote or tapped, whatever became of it: it opens the window (22.7). */
function isWriting({ content }: { readonly content: unknown }): boolean {
  const { kind } = (content ?? {}) as { kind?: KfContent['kind'] };
  return kind !== undefined && !['entered', 'ended', 'undelivered', 'recalled'].includes(kind);
}

function asFetched({ content, why, ...item }: KfItem, openedAt: Date) {
  const isOld = item.sentAt.getTime() < openedAt.getTime() - beforeMs;
  return { ...item, content, why: why ?? (isOld ? 'said before the door was opened' : null) };
}

function bodyOf(content: KfContent): Message['body'] {
  if (content.kind === 'said') return { kind: 'said', text: content.text, pictures: [] };
  if (content.kind === 'sent')
    return { kind: 'sent', type: content.type, attachment: { url: mediaUrl(content.mediaId) } };
  if (content.kind !== 'entered') return { kind: 'ignored', what: content.kind };
  const { scene, param } = content;
  return { kind: 'entered', ...(scene && { came: { scene, param } }) };
}

/** Twenty-four letters and digits, so that an id of ours stays within the 32 bytes that WeChat Work takes. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
