import { z } from 'zod';
import { WeComError, errorKind } from './errors.js';

export interface Wire {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
}

export interface Call {
  readonly url: string;
  /** What the call is for, in words that hold no secret. */
  readonly purpose: string;
  readonly init?: RequestInit;
  readonly harmlessTwice?: boolean;
}

/** Failures that come before the first byte of the request is written. */
const beforeWriting = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const Coded = z.object({ cause: z.object({ code: z.string() }) });
const Answered = z.object({ errcode: z.number(), errmsg: z.string().optional() });

/**
 * One HTTP exchange, its answer read by `read` within the same time limit. No redirect is followed.
 *
 * A connection that could not be made is transient; once something may have been written the outcome is unknown
 * (docs/wecom-protocol.md 11.2). The failure's own message may quote the address, and with it the key, so only its code is kept.
 */
export async function exchange<T>(wire: Wire, call: Call, read: (response: Response) => Promise<T>): Promise<T> {
  const { url, purpose, init, harmlessTwice } = call;
  try {
    const signal = AbortSignal.timeout(wire.timeoutMs);
    const response = await wire.fetch(url, { ...init, redirect: 'manual', signal });
    if (!response.ok) await response.body?.cancel();
    if (response.status >= 500)
      throw new WeComError({ kind: 'transient', detail: `${purpose}: HTTP ${response.status}` });
    if (response.status === 429) throw new WeComError({ kind: 'rate', detail: `${purpose}: HTTP 429` });
    if (!response.ok) throw new WeComError({ kind: 'bug', detail: `${purpose}: HTTP ${response.status}` });
    return await read(response);
  } catch (error) {
    if (error instanceof WeComError) throw error;
    const code = Coded.safeParse(error).data?.cause.code ?? (error instanceof Error ? error.name : 'failed');
    const kind = beforeWriting.has(code) ? 'transient' : 'unknown';
    throw new WeComError({ kind, detail: `${purpose}: ${code}`, harmlessTwice });
  }
}

/** The JSON of an answer whose errcode is 0. A response that is no such JSON leaves the outcome unknown. */
export async function succeeded(response: Response, { purpose, harmlessTwice }: Call): Promise<unknown> {
  const json = parsed(await response.text());
  const answer = Answered.safeParse(json).data;
  if (!answer) throw new WeComError({ kind: 'unknown', detail: `${purpose}: no errcode in the answer`, harmlessTwice });
  if (answer.errcode !== 0) refuse(answer.errcode, purpose);
  return json;
}

/** As above, but an answer without errcode counts as success: that of a response_url is not documented (5.6). */
export async function notRefused(response: Response, { purpose }: Call): Promise<void> {
  const answer = Answered.safeParse(parsed(await response.text())).data;
  if (answer && answer.errcode !== 0) refuse(answer.errcode, purpose);
}

/** The errmsg stays out: it carries hints and trace ids, and may quote the request. */
function refuse(errcode: number, purpose: string): never {
  throw new WeComError({ kind: errorKind(errcode), errcode, detail: purpose });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
