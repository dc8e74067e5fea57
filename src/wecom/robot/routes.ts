import type Koa from 'koa';
import { Router } from 'koa-router';
import getRawBody from 'raw-body';
import { z } from 'zod';
import type { Message } from '../../talk/message.js';
import type { Reply } from '../../talk/reply.js';
import { aesKey } from '../aes.js';
import { answerBody, apology, leftUnsaid } from './answer.js';
import { readCallback, receiverOf, withoutControls } from './callback.js';
import { UnopenedEnvelope, open, seal } from './envelope.js';
import { type KeySeal, withSealedKeys } from '../faces/key-seal.js';
import { ReplayGuard, type Stamp } from './replay.js';
import { isSigned } from '../signature.js';

/** What can be wrong with a callback. None of these carries a secret or a member's words. */
export type Fault =
  | 'too-large'
  | 'cut-short'
  | 'not-json'
  | 'missing-field'
  | 'bad-signature'
  | 'stale'
  | 'replayed'
  | 'undecryptable'
  | 'receiver'
  | 'malformed'
  | 'dropped'
  | 'answer-failed'
  | 'follow-up-failed';

export interface CallbackOptions {
  readonly token: string;
  readonly encodingAesKey: string;
  /** Empty for a bot of the company's own. */
  readonly receiveId?: string;
  readonly answer: (message: Message) => Promise<Reply>;
  /** Seals the keys of the cards that go out, and knows them again. */
  readonly keys: KeySeal;
  /** Posts what a pressed card has no room to show; without it, the card ends with …. */
  readonly followUp?: (responseUrl: string, markdown: string) => Promise<void>;
  readonly now: () => Date;
  /** The clocks by which a callback may be fresh; without them none is too old. */
  readonly clocks?: () => readonly Date[];
  /** 16 bytes for the reply envelope; the system's source of chance unless given. */
  readonly random?: () => Buffer;
  readonly onFault: (kind: Fault, error?: unknown) => void;
}

/** A callback refused before it was read: HTTP status and one sentence. */
class Refused extends Error {
  constructor(
    readonly status: number,
    readonly fault: Fault,
    sentence: string,
  ) {
    super(sentence);
  }
}

const Signed = z.object({
  msg_signature: z.string().optional(),
  msgsignature: z.string().optional(),
  signature: z.string().optional(),
  timestamp: z.string().min(1),
  nonce: z.string().min(1),
});

const Envelope = z
  .object({ encrypt: z.string().min(1) })
  .or(z.object({ Encrypt: z.string().min(1) }).transform(({ Encrypt }) => ({ encrypt: Encrypt })));

/** GET and POST /wecom/callback: where WeChat Work verifies the address and delivers messages (docs/wecom-protocol.md 2). */
export function callbackRoutes(options: CallbackOptions): Router {
  // A wrong key stops the start, not the first message.
  aesKey(options.encodingAesKey);

  const guard = options.clocks && new ReplayGuard(options.clocks);
  const router = new Router();
  router.get('/wecom/callback', ctx => guarded(ctx, options, () => verify(ctx, options, guard)));
  router.post('/wecom/callback', ctx => guarded(ctx, options, () => receive(ctx, options, guard)));
  return router;
}

async function guarded(ctx: Koa.Context, { onFault }: CallbackOptions, handle: () => Promise<void>): Promise<void> {
  ctx.type = 'text/plain; charset=utf-8';
  try {
    await handle();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    onFault(error.fault);
    ctx.status = error.status;
    ctx.body = error.message;
  }
}

async function verify(ctx: Koa.Context, options: CallbackOptions, guard: ReplayGuard | undefined): Promise<void> {
  const { echostr } = z.object({ echostr: z.string().min(1) }).safeParse(ctx.query).data ?? {};
  if (echostr === undefined) throw new Refused(400, 'missing-field', 'The parameter echostr is missing.');
  const { text, ...stamp } = opened(ctx.query, echostr, options);
  ensureFresh(stamp, guard);
  // A callback's own envelope is signed the same way: sent here by whoever caught it, it must not be read back.
  if (!/^[\w-]{1,128}$/.test(text)) throw new Refused(400, 'malformed', 'The echostr is none.');
  ctx.body = text;
}

async function receive(ctx: Koa.Context, options: CallbackOptions, guard: ReplayGuard | undefined): Promise<void> {
  const envelope = Envelope.safeParse(parsed(await bodyOf(ctx)));
  if (!envelope.success) throw new Refused(400, 'missing-field', 'The field encrypt is missing.');

  const { text, ...stamp } = opened(ctx.query, envelope.data.encrypt, options);
  const { nonce } = stamp;
  ensureFresh(stamp, guard);
  const answer = await answerTo(text, options);
  const { token, encodingAesKey, receiveId = '', now, random } = options;
  const timestamp = Math.floor(now().getTime() / 1000);
  ctx.status = 200;
  ctx.body = answer && seal(answer, { token, encodingAesKey, receiveId, nonce, timestamp, random: random?.() });
}

function ensureFresh(stamp: Stamp, guard: ReplayGuard | undefined): void {
  const found = guard?.check(stamp) ?? 'fine';
  if (found === 'stale') throw new Refused(403, 'stale', 'The timestamp is older than ten minutes.');
  if (found === 'replayed') throw new Refused(403, 'replayed', 'The nonce was used before.');
}

async function bodyOf(ctx: Koa.Context): Promise<string> {
  try {
    return await getRawBody(ctx.req, { limit: '1mb', length: ctx.request.length, encoding: 'utf8' });
  } catch (error) {
    if (z.object({ type: z.literal('entity.too.large') }).safeParse(error).success) {
      throw new Refused(413, 'too-large', 'The body is larger than 1 MB.');
    }
    throw new Refused(400, 'cut-short', 'The body ended too early.');
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refused(400, 'not-json', 'The body is not JSON.');
  }
}

/** The text inside an envelope whose signature and receiver are right. */
function opened(query: unknown, encrypted: string, options: CallbackOptions): Stamp & { readonly text: string } {
  const signed = Signed.safeParse(query).data;
  const signature = signed?.msg_signature ?? signed?.msgsignature ?? signed?.signature;
  if (!signed || signature === undefined) {
    throw new Refused(400, 'missing-field', 'One of msg_signature, timestamp and nonce is missing.');
  }

  const { token, encodingAesKey, receiveId = '' } = options;
  const { timestamp, nonce } = signed;
  if (!isSigned({ token, timestamp, nonce, encrypted, signature })) {
    throw new Refused(403, 'bad-signature', 'The signature is wrong.');
  }
  try {
    return { text: open(encrypted, { encodingAesKey, receiveId }), timestamp, nonce, signature };
  } catch (error) {
    if (!(error instanceof UnopenedEnvelope)) throw error;
    throw new Refused(400, error.kind, `The message was refused: ${error.message}.`);
  }
}

/** What is signed is answered with 200 whatever it holds, so that no storm of retries starts (docs/wecom-protocol.md 2.6). */
async function answerTo(text: string, options: CallbackOptions): Promise<string> {
  const message = readMessage(text, options);
  if (!message || message.body.kind === 'ignored') return '';

  try {
    const reply = await options.answer(message);
    const body = withSealedKeys(answerBody(message, reply), receiverOf(message), options.keys);
    sayTheRest(message, leftUnsaid(message, reply), options);
    return body;
  } catch (error) {
    options.onFault('answer-failed', error);
    // A pressed card stays as it is, so that it can be pressed again; a welcome is not worth an apology.
    if (message.body.kind === 'pressed') sayTheRest(message, apology.text, options);
    return message.body.kind === 'pressed' || message.body.kind === 'entered' ? '' : answerBody(message, apology);
  }
}

/** What the parser says about bad JSON quotes it, so it is kept out of the report. */
function readMessage(text: string, { onFault, keys }: CallbackOptions): Message | undefined {
  let json: unknown;
  try {
    json = JSON.parse(withoutControls(text));
  } catch {
    onFault('malformed');
    return undefined;
  }
  const message = readCallback(json, keys);
  if (!message) onFault('dropped');
  return message;
}

/** Posted beside the answer, which must not wait for it. */
function sayTheRest({ responseUrl }: Message, markdown: string | undefined, options: CallbackOptions): void {
  if (!markdown || !responseUrl || !options.followUp) return;
  options.followUp(responseUrl, markdown).catch((error: unknown) => options.onFault('follow-up-failed', error));
}
