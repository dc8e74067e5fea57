import type Koa from 'koa';
import { Router } from 'koa-router';
import { z } from 'zod';
import type { Message } from '../../talk/message.js';
import { type Reply, silence } from '../../talk/reply.js';
import { aesKey } from '../aes.js';
import { sealXml } from '../envelope.js';
import { byteLength, textMaxBytes } from '../faces/lengths.js';
import type { KeySeal } from '../faces/key-seal.js';
import { unmarked } from '../faces/markdown.js';
import { type CallbackKeys, type Fault, Refused, bodyOf, ensureFresh, guarded, opened, verified } from '../received.js';
import { ReplayGuard } from '../replay.js';
import { apology, wholeAnswer } from '../robot/answer.js';
import { type AppCallback, readAppCallback } from './callback.js';
import { UnreadXml, cdata, readXml } from './xml.js';

interface AppCallbackOptions extends CallbackKeys {
  readonly answer: (message: Message) => Promise<Reply>;
  readonly keys: KeySeal;
  /** Says what a text in answer cannot hold: a card, pictures, a long text, the new face of a pressed card. */
  readonly sayBeside: (message: Message, reply: Reply, responseCode: string | null) => Promise<void>;
  /** Told of bells and changed groups; it does its work after the answer. */
  readonly onEvent: (event: Exclude<AppCallback, { kind: 'message' | 'ignored' }>) => void;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => Date;
  readonly clocks?: () => readonly Date[];
  readonly random?: () => Buffer;
  readonly onFault: (kind: Fault, error?: unknown) => void;
}

/** WeChat Work waits five seconds for an answer; what takes longer is said beside it (docs/wecom-protocol.md 10). */
const patienceMs = 4000;
const Envelope = z.object({ Encrypt: z.string().min(1) });

/** GET and POST /wecom/app: the callback of the 自建应用, XML in AES, for which the receiver is the company (21.3). */
export function appRoutes(options: AppCallbackOptions): Router {
  // A wrong key stops the start, not the first message.
  aesKey(options.encodingAesKey);

  const guard = options.clocks && new ReplayGuard(options.clocks);
  const router = new Router();
  router.get('/wecom/app', ctx =>
    guarded(ctx, options.onFault, async () => {
      ctx.body = verified(ctx.query, options, guard);
    }),
  );
  router.post('/wecom/app', ctx => guarded(ctx, options.onFault, () => receive(ctx, options, guard)));
  return router;
}

async function receive(ctx: Koa.Context, options: AppCallbackOptions, guard: ReplayGuard | undefined): Promise<void> {
  const { text, ...stamp } = opened(ctx.query, encryptedOf(await bodyOf(ctx)), options);
  ensureFresh(stamp, guard);
  ctx.status = 200;
  ctx.body = '';
  const event = read(text, options);
  if (!event || event.kind === 'ignored') return;
  if (event.kind !== 'message') {
    options.onEvent(event);
    return;
  }
  const words = await answerTo(event, options);
  if (words === '') return;
  const timestamp = Math.floor(options.now().getTime() / 1000);
  const xml = textReply({ to: event.message.userid, from: options.receiveId, timestamp, words });
  ctx.type = 'application/xml; charset=utf-8';
  ctx.body = sealXml(xml, { ...options, nonce: stamp.nonce, timestamp, random: options.random?.() });
}

function encryptedOf(body: string): string {
  try {
    const envelope = Envelope.safeParse(readXml(body)).data;
    if (envelope) return envelope.Encrypt.trim();
  } catch (error) {
    if (!(error instanceof UnreadXml)) throw error;
    throw new Refused(400, 'not-xml', 'The body is no XML, or one with a DOCTYPE.');
  }
  throw new Refused(400, 'missing-field', 'The element Encrypt is missing.');
}

/** What is signed is answered with 200 whatever it holds, so that no storm of retries starts. */
function read(text: string, { keys, onFault }: AppCallbackOptions): AppCallback | undefined {
  try {
    return readAppCallback(readXml(text), keys);
  } catch {
    onFault('malformed');
    return undefined;
  }
}

/** The words of the answer, empty when it goes another way. The deed is done first: what fails before it is delivered again. */
async function answerTo(
  { message, responseCode }: Extract<AppCallback, { kind: 'message' }>,
  { answer, sayBeside, wait, onFault }: AppCallbackOptions,
): Promise<string> {
  const whole = wholeAnswer(answer, message).catch((error: unknown) => {
    onFault('answer-failed', error);
    return message.body.kind === 'said' || message.body.kind === 'sent' ? apology : silence;
  });
  const reply = await Promise.race([whole, wait(patienceMs)]);
  const words = reply ? unmarked(reply.text).trim() : '';
  const isPlain = reply && !reply.card && (reply.pictures ?? []).length === 0 && byteLength(words) <= textMaxBytes;
  if (isPlain && message.body.kind !== 'pressed') return words;
  const say = async (): Promise<void> => sayBeside(message, await whole, responseCode);
  say().catch((error: unknown) => onFault('follow-up-failed', error));
  return '';
}

function textReply({
  to,
  from,
  timestamp,
  words,
}: {
  to: string;
  from: string;
  timestamp: number;
  words: string;
}): string {
  return (
    `<xml><ToUserName>${cdata(to)}</ToUserName><FromUserName>${cdata(from)}</FromUserName>` +
    `<CreateTime>${timestamp}</CreateTime><MsgType>${cdata('text')}</MsgType><Content>${cdata(words)}</Content></xml>`
  );
}
