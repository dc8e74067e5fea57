import { createDecipheriv, timingSafeEqual } from 'node:crypto';
import { encrypt, getSignature } from '@wecom/crypto';
import { z } from 'zod';

export interface Keys {
  readonly token: string;
  readonly encodingAesKey: string;
}

interface Sealed {
  readonly query: URLSearchParams;
  readonly body: string;
  readonly nonce: string;
}

/** A callback as WeChat Work sends it: encrypted, and signed in the query (docs/wecom-protocol.md 2.3 to 2.5). */
export function sealCallback(text: string, { token, encodingAesKey }: Keys, moment: Moment): Sealed {
  const { timestamp, nonce, random } = moment;
  const encrypted = encrypt(encodingAesKey, text, '', random);
  const signature = getSignature(token, timestamp, nonce, encrypted);
  const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce });
  return { query, body: JSON.stringify({ encrypt: encrypted }), nonce };
}

interface Moment {
  /** In seconds. */
  readonly timestamp: string;
  readonly nonce: string;
  /** 16 bytes; from the system's source of chance unless given. */
  readonly random?: Buffer;
}

/** An answer that WeChat Work would not open; the message says why, in Chinese. */
export class UnacceptableEnvelope extends Error {
  override readonly name = 'UnacceptableEnvelope';
}

const Envelope = z.object({
  encrypt: z.string().min(1),
  msgsignature: z.string(),
  timestamp: z.union([z.number().int(), z.string().regex(/^\d+$/)]),
  nonce: z.union([z.string(), z.number()]).transform(String),
});

/** The text of a passive answer, whose signature, nonce and receiver must be right (docs/wecom-protocol.md 2.6). '' for none. */
export function openAnswer(body: string, { token, encodingAesKey }: Keys, nonce: string): string {
  if (body.trim() === '') return '';
  const envelope = Envelope.safeParse(parsed(body)).data;
  if (!envelope) throw new UnacceptableEnvelope('回复不是 {encrypt, msgsignature, timestamp, nonce} 形式的信封');
  if (envelope.nonce !== nonce) throw new UnacceptableEnvelope('回复的 nonce 与回调的不同');

  const expected = getSignature(token, envelope.timestamp, envelope.nonce, envelope.encrypt);
  if (!same(expected, envelope.msgsignature)) throw new UnacceptableEnvelope('回复的签名不对');
  const { message, id } = opened(encodingAesKey, envelope.encrypt);
  if (id !== '') throw new UnacceptableEnvelope('回复的 receiveid 应为空');
  return message;
}

/** By hand: the library lets a wrong pad and a length beyond the text through (docs/wecom-protocol.md 2.5). */
function opened(encodingAesKey: string, encrypted: string): { message: string; id: string } {
  const bytes = unpadded(decrypted(Buffer.from(encodingAesKey, 'base64'), Buffer.from(encrypted, 'base64')));
  if (!bytes || bytes.length < 20) throw new UnacceptableEnvelope('回复解不开密');
  const end = 20 + bytes.readUInt32BE(16);
  if (end > bytes.length) throw new UnacceptableEnvelope('回复解不开密');
  return { message: bytes.subarray(20, end).toString('utf8'), id: bytes.subarray(end).toString('utf8') };
}

function decrypted(key: Buffer, ciphertext: Buffer): Buffer {
  if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) return Buffer.alloc(0);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

function unpadded(bytes: Buffer): Buffer | undefined {
  const pad = bytes.at(-1) ?? 0;
  const end = bytes.length - pad;
  const right = pad >= 1 && pad <= 32 && end >= 0 && bytes.subarray(end).every(byte => byte === pad);
  return right ? bytes.subarray(0, end) : undefined;
}

function same(expected: string, received: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(received)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
