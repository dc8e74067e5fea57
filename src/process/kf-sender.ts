import { minuteMs } from '../domain/calendar.js';
import type { Logger } from 'pino';
import type { KfAnswer } from '../store/notice/kf-answer.js';
import type { KfDesk } from '../store/notice/kf-desk.js';
import type { KfMessage } from '../store/notice/kf-message.js';
import type { OpenUnit } from '../store/engine/unit.js';
import type { AppApi } from '../wecom/app/api.js';
import { type KfContent, chatState, sendKf, takeChat, welcomeKf } from '../wecom/app/kf.js';
import { type ErrorKind, WeComError } from '../wecom/errors.js';
import { type KfBody, inWords } from '../wecom/faces/kf.js';

interface KfSenderParts {
  readonly api: AppApi;
  readonly openKfId: string;
  readonly unit: <T>(work: (desk: KfDesk, open: OpenUnit) => Promise<T>) => Promise<T>;
  /** Nothing reaches the customer any more, until they write again. */
  readonly lost: (open: OpenUnit, external: string) => Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
  readonly onAnswer: (outcome: string) => void;
}

type Fate = Partial<Pick<KfAnswer, 'state' | 'content' | 'errcode' | 'attempts' | 'dueAt' | 'sendId'>> & {
  readonly state: KfAnswer['state'];
};

/** What is kept of an answer: how it is said, and the notices that it tells. */
type KfKept = KfBody & { readonly told?: readonly number[] };

function bodyOf({ content }: KfAnswer): KfBody {
  const { told: _told, ...body } = content as KfKept;
  return body;
}

function toldBy({ content }: KfAnswer): readonly number[] {
  return (content as KfKept | null)?.told ?? [];
}

/** What is given up tells nothing: the notices in it wait again. */
async function settle(desk: KfDesk, answer: KfAnswer, fate: Fate): Promise<void> {
  await desk.update(answer, fate);
  if (fate.state === 'failed') await desk.untold(toldBy(answer));
}

/** The form was refused, not what it says: that is said in plain words, once (docs/wecom-doors.md 22.10, docs/wecom-protocol.md 11.2). */
const refusesForm: ReadonlySet<ErrorKind> = new Set(['bug', 'card', 'card-id', 'media']);

/** Said another time it is another message: an id that was taken before is refused (22.6). */
function anew({ sendId }: KfAnswer, errcode: number | null): Fate {
  const [, stem = sendId, times = '0'] = /^(.*?)(?:_(\d+))?$/u.exec(sendId) ?? [];
  return { state: 'later', errcode, attempts: 0, sendId: `${stem}_${Number(times) + 1}` };
}

function isAnew({ sendId }: KfAnswer): boolean {
  return sendId.includes('_');
}

/** For about a quarter of an hour: as long as an outage of WeChat Work may well take. */
const mostAttempts = 20;
const betweenMs = 5_000;
/** Of `fail_type` (docs/wecom-doors.md 22.5): the customer has refused messages. */
const refused = 10;
/** Older than 48 hours, session closed, more than five. */
const windowFails = new Set([4, 5, 6]);

/** Says to customers of 微信客服 what is kept for them: each message once, as long as their window is open. */
export class KfSender {
  constructor(private readonly parts: KfSenderParts) {}

  /** Sends what is due to one customer, in order. */
  async sendDue(external: string): Promise<void> {
    const { unit, now, onAnswer } = this.parts;
    const due = await unit(desk => desk.due(external, now()));
    for (const answer of due) {
      const fate =
        answer.welcomeCode === null ? await this.say(answer) : await this.welcome(answer, answer.welcomeCode);
      await unit(desk => settle(desk, answer, fate));
      onAnswer(fate.state);
      // What comes after it must not overtake it.
      if (fate.state === 'waiting') return;
    }
  }

  /** A message that was taken has not arrived. */
  async undelivered(
    message: KfMessage,
    { sendId, failType }: Extract<KfContent, { kind: 'undelivered' }>,
  ): Promise<void> {
    const { unit, log, onAnswer } = this.parts;
    // All others but these are for the operator (22.5).
    const isOperators = failType !== refused && !windowFails.has(failType);
    log[isOperators ? 'error' : 'warn']({ failType }, '微信客服: an answer was taken and not delivered');
    await unit(async (desk, open) => {
      if (failType === refused) await this.parts.lost(open, message.external);
      const answer = await desk.bySendId(sendId);
      const isLater = windowFails.has(failType) && answer?.content;
      if (answer)
        await settle(
          desk,
          answer,
          isLater ? anew(answer, failType) : { state: 'failed', errcode: failType, content: null },
        );
      await desk.end(message, 'done');
    });
    onAnswer('undelivered');
  }

  private async say(answer: KfAnswer): Promise<Fate> {
    const { api, openKfId, unit, now, log } = this.parts;
    const { external, sendId } = answer;
    const { hasRoom, takes } = await unit(async desk => ({
      // A second try of the same message is the same message.
      hasRoom: answer.attempts > 0 || (await desk.take(external, now())),
      takes: await desk.takesChat(external, now()),
    }));
    if (!hasRoom) return { state: 'later' };
    if (takes) {
      // So that the chat counts as the bot's; where that is refused, answers are possible all the same.
      await takeChat(api, openKfId, external).catch((error: unknown) =>
        log.debug({ err: error }, '微信客服: the chat was not taken'),
      );
    }
    await unit(desk => desk.update(answer, { attempts: answer.attempts + 1 }));
    try {
      await sendKf(api, { openKfId, external, sendId, body: bodyOf(answer) });
      // Taken is not arrived: within minutes WeChat Work may say that it was not (22.6).
      return { state: 'sent', dueAt: now() };
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      return this.afterFault(answer, error);
    }
  }

  private async afterFault(answer: KfAnswer, error: WeComError): Promise<Fate> {
    const { log, now } = this.parts;
    const { errcode = null, kind } = error;
    // The first try had arrived.
    if (errcode === 95_033) return { state: 'sent', content: null };
    log.warn({ errcode, kind }, '微信客服: an answer was not taken');
    const again = (ms: number): Fate =>
      answer.attempts + 1 < mostAttempts
        ? { state: 'waiting', errcode, attempts: answer.attempts + 1, dueAt: new Date(now().getTime() + ms) }
        : { state: 'later', errcode };
    if (errcode === 95_018) return this.afterClosed(answer, again);
    if (kind === 'window') return { state: 'later', errcode };
    if (kind === 'rate' || kind === 'credentials') return again(minuteMs);
    if (error.retryable || kind === 'token' || kind === 'media-id') return again(betweenMs * (answer.attempts + 1));
    const words = refusesForm.has(kind) ? inWords(bodyOf(answer)) : null;
    if (words === null || isAnew(answer)) return { state: 'failed', errcode, content: null };
    return { ...anew(answer, errcode), state: 'waiting', content: { ...words, told: toldBy(answer) }, dueAt: now() };
  }

  /** The trap of 22.7: who has the chat decides whether the answer waits, is tried again, or is left to a person. */
  private async afterClosed(answer: KfAnswer, again: (ms: number) => Fate): Promise<Fate> {
    const { api, openKfId, log } = this.parts;
    const state = await chatState(api, openKfId, answer.external).catch(() => 4);
    if (state === 3) {
      log.error('微信客服: 人工接待中，机器人没有回答。请在“微信客服→接待人员”里让接待人员停止接待');
      return { state: 'failed', errcode: 95_018, content: null };
    }
    if (state === 2) log.error('微信客服: 会话在待接入池里，机器人不能回答。请在后台关闭该账号的人工接待');
    return (state === 0 || state === 1) && answer.attempts === 0 ? again(0) : { state: 'later', errcode: 95_018 };
  }

  /** Once, and never again: a spent code is a welcome said or lost; what it held is said at the next contact. */
  private async welcome(answer: KfAnswer, code: string): Promise<Fate> {
    const { api, unit, log } = this.parts;
    await unit(desk => desk.update(answer, { state: 'sending' }));
    try {
      await welcomeKf(api, { code, sendId: answer.sendId, body: bodyOf(answer) });
      return { state: 'sent', content: null };
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      log.warn({ errcode: error.errcode }, '微信客服: a welcome came too late');
      return error.kind === 'unknown'
        ? { state: 'failed', content: null }
        : { state: 'later', errcode: error.errcode ?? null };
    }
  }
}
