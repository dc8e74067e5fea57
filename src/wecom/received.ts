import type Koa from 'koa';
import getRawBody from 'raw-body';
import { z } from 'zod';
import { UnopenedEnvelope, open } from './envelope.js';
import type { ReplayGuard, Stamp } from './replay.js';
import { isSigned } from './signature.js';

/** What can be wrong with a callback. None of these carries a secret or a member's words. */
export type Fault =
  | 'too-large'
  | 'cut-short'
  | 'not-json'
  | 'not-xml'
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

/** A callback refused before it was read: HTTP status and one sentence. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly fault: Fault,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** What both callback addresses are opened with; each has a token and a key of its own. */
export interface CallbackKeys {
  readonly token: string;
  readonly encodingAesKey: string;
  /** Empty for a bot of the company's own, the CorpID for an app (docs/wecom-doors.md 21.3). */
  readonly receiveId: string;
}

const Signed = z.object({
  msg_signature: z.string().optional(),
  msgsignature: z.string().optional(),
  signature: z.string().optional(),
  timestamp: z.string().min(1),
  nonce: z.string().min(1),
});

/** Handles a callback; what is refused gets its status and its sentence, and is counted. */
export async function guarded(
  ctx: Koa.Context,
  onFault: (fault: Fault) => void,
  handle: () => Promise<void>,
): Promise<void> {
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

export async function bodyOf(ctx: Koa.Context): Promise<string> {
  try {
    return await getRawBody(ctx.req, { limit: '1mb', length: ctx.request.length, encoding: 'utf8' });
  } catch (error) {
    if (z.object({ type: z.literal('entity.too.large') }).safeParse(error).success) {
      throw new Refused(413, 'too-large', 'The body is larger than 1 MB.');
    }
    throw new Refused(400, 'cut-short', 'The body ended too early.');
  }
}

/** The text inside an envelope whose signature and receiver are right. */
export function opened(query: unknown, encrypted: string, keys: CallbackKeys): Stamp & { readonly text: string } {
  const signed = Signed.safeParse(query).data;
  const signature = signed?.msg_signature ?? signed?.msgsignature ?? signed?.signature;
  if (!signed || signature === undefined) {
    throw new Refused(400, 'missing-field', 'One of msg_signature, timestamp and nonce is missing.');
  }

  const { timestamp, nonce } = signed;
  if (!isSigned({ token: keys.token, timestamp, nonce, encrypted, signature })) {
    throw new Refused(403, 'bad-signature', 'The signature is wrong.');
  }
  try {
    return { text: open(encrypted, keys), timestamp, nonce, signature };
  } catch (error) {
    if (!(error instanceof UnopenedEnvelope)) throw error;
    throw new Refused(400, error.kind, `The message was refused: ${error.message}.`);
  }
}

/** The echo of WeChat Work's check of the address (docs/wecom-protocol.md 2.2). */
export function verified(query: unknown, keys: CallbackKeys, guard: ReplayGuard | undefined): string {
  const { echostr } = z.object({ echostr: z.string().min(1) }).safeParse(query).data ?? {};
  if (echostr === undefined) throw new Refused(400, 'missing-field', 'The parameter echostr is missing.');
  const { text, ...stamp } = opened(query, echostr, keys);
  ensureFresh(stamp, guard);
  // A callback's own envelope is signed the same way: sent here by whoever caught it, it must not be read back.
  if (!/^[\w-]{1,128}$/.test(text)) throw new Refused(400, 'malformed', 'The echostr is none.');
  return text;
}

export function ensureFresh(stamp: Stamp, guard: ReplayGuard | undefined): void {
  const found = guard?.check(stamp) ?? 'fine';
  if (found === 'stale') throw new Refused(403, 'stale', 'The timestamp is older than ten minutes.');
  if (found === 'replayed') throw new Refused(403, 'replayed', 'The nonce was used before.');
}
