import type Koa from 'koa';
import { Router } from 'koa-router';
import { z } from 'zod';
import type { Message } from '../../talk/message.js';
import type { Reply } from '../../talk/reply.js';
import { aesKey } from '../aes.js';
import { answerBody, apology, leftUnsaid } from './answer.js';
import { readCallback, receiverOf, withoutControls } from './callback.js';
import { seal } from '../envelope.js';
import { type CallbackKeys, type Fault, Refused, bodyOf, ensureFresh, guarded, opened, verified } from '../received.js';
import { type KeySeal, withSealedKeys } from '../faces/key-seal.js';
import { ReplayGuard } from '../replay.js';

interface CallbackOptions {
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

const Envelope = z
  .object({ encrypt: z.string().min(1) })
  .or(z.object({ Encrypt: z.string().min(1) }).transform(({ Encrypt }) => ({ encrypt: Encrypt })));

/** GET and POST /wecom/callback: where WeChat Work verifies the address and delivers messages (docs/wecom-protocol.md 2). */
export function callbackRoutes(options: CallbackOptions): Router {
  // A wrong key stops the start, not the first message.
  aesKey(options.encodingAesKey);

  const guard = options.clocks && new ReplayGuard(options.clocks);
  const router = new Router();
  router.get('/wecom/callback', ctx =>
    guarded(ctx, options.onFault, async () => {
      ctx.body = verified(ctx.query, keysOf(options), guard);
    }),
  );
  router.post('/wecom/callback', ctx => guarded(ctx, options.onFault, () => receive(ctx, options, guard)));
  return router;
}

async function receive(ctx: Koa.Context, options: CallbackOptions, guard: ReplayGuard | undefined): Promise<void> {
  const envelope = Envelope.safeParse(parsed(await bodyOf(ctx)));
  if (!envelope.success) throw new Refused(400, 'missing-field', 'The field encrypt is missing.');

  const { text, ...stamp } = opened(ctx.query, envelope.data.encrypt, keysOf(options));
  const { nonce } = stamp;
  ensureFresh(stamp, guard);
  const answer = await answerTo(text, options);
  const { token, encodingAesKey, receiveId = '', now, random } = options;
  const timestamp = Math.floor(now().getTime() / 1000);
  ctx.status = 200;
  ctx.body = answer && seal(answer, { token, encodingAesKey, receiveId, nonce, timestamp, random: random?.() });
}

function keysOf({ token, encodingAesKey, receiveId = '' }: CallbackOptions): CallbackKeys {
  return { token, encodingAesKey, receiveId };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refused(400, 'not-json', 'The body is not JSON.');
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
