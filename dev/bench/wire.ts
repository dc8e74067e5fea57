import { Agent, request } from 'node:http';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';

export const keys = { token: 'BenchToken', encodingAesKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' };

let sequence = 0;

/** A callback as it goes over the wire. */
export interface Sealed {
  readonly path: string;
  /** Empty where something is only read. */
  readonly body: string;
  /** Who reads, where the pace of readers is watched. */
  readonly from?: string;
}

/** One sealed callback: what WeChat Work would post when a member types in the group, or in private where `chatid` is null. */
export function sealed(
  userid: string,
  text: string,
  chatid: string | null,
  msgid = `bench-${process.pid}-${sequence + 1}`,
): Sealed {
  sequence += 1;
  const message = {
    msgid,
    aibotid: 'AIB1',
    ...(chatid === null ? { chattype: 'single' } : { chatid, chattype: 'group' }),
    from: { userid },
    msgtype: 'text',
    text: { content: `@议事小助手 ${text}` },
  };
  const nonce = `${process.pid}${sequence}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const encrypted = encrypt(keys.encodingAesKey, JSON.stringify(message), '');
  const signature = getSignature(keys.token, timestamp, nonce, encrypted);
  const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce });
  return { path: `/wecom/callback?${query.toString()}`, body: JSON.stringify({ encrypt: encrypted }) };
}

/** Posts over a kept-alive connection and hands back the body of the answer. */
export function post(agent: Agent, port: number, { path, body, from }: Sealed): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = body
      ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      : { 'x-forwarded-for': from };
    const method = body ? 'POST' : 'GET';
    const call = request({ agent, host: '127.0.0.1', port, path, method, headers }, response => {
      if (response.statusCode !== 200) reject(new Error(`${path} was answered with ${response.statusCode}`));
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    call.once('error', reject);
    call.end(body);
  });
}

/** The words of a sealed answer. */
export function wordsOf(body: string): string {
  const { encrypt: encrypted } = JSON.parse(body) as { encrypt: string };
  const plain = JSON.parse(decrypt(keys.encodingAesKey, encrypted).message) as { stream?: { content?: string } };
  return plain.stream?.content ?? '';
}

export interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Sends all messages over `connections` connections at once, each as soon as its forerunner is answered. */
export async function load(port: number, messages: readonly Sealed[], connections = 32): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  let next = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    for (let index = next++; index < messages.length; index = next++) {
      const message = messages[index];
      if (!message) return;
      const sent = performance.now();
      await post(agent, port, message);
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return summary(took, seconds);
}

/** Sends the messages at an even pace, whether or not their forerunners are answered. */
export async function halfLoad(port: number, messages: readonly Sealed[], perSecond: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const took: number[] = [];
  const calls: Promise<void>[] = [];
  const started = performance.now();
  for (const [index, message] of messages.entries()) {
    const due = started + (index * 1000) / perSecond;
    while (performance.now() < due) await new Promise(resolve => setTimeout(resolve, 1));
    const sent = performance.now();
    calls.push(post(agent, port, message).then(() => void took.push(performance.now() - sent)));
  }
  await Promise.all(calls);
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return summary(took, seconds);
}

function summary(took: number[], seconds: number): Load {
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { perSecond: took.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}
