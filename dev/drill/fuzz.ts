import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encrypt, getSignature } from '@wecom/crypto';
import Koa from 'koa';
import { keys } from '../bench/wire.js';
import { keySeal } from '../../src/wecom/faces/key-seal.js';
import { callbackRoutes } from '../../src/wecom/robot/routes.js';
import { chance } from './bot.js';

interface FuzzReport {
  readonly callbacks: number;
  /** How many were answered by each HTTP status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Growth of the heap between the first tenth and the end, in MB. */
  readonly grownMb: number;
  readonly faults: readonly string[];
}

interface Callback {
  readonly search: string;
  readonly body: string;
}

type Random = () => number;

/**
 * Throws mutated callbacks at the door: what is not signed as it stands must never be heard, what is signed may hold
 * anything, and nothing may stop the bot.
 */
export async function fuzzDrill({ callbacks, seed }: { callbacks: number; seed: number }): Promise<FuzzReport> {
  const random = chance(seed);
  let heard = 0;
  const router = callbackRoutes({
    ...keys,
    keys: keySeal(Buffer.from(keys.token)),
    answer: async () => {
      heard += 1;
      return { text: '好' };
    },
    now: () => new Date(),
    clocks: () => [new Date()],
    onFault: () => undefined,
  });
  const faults: string[] = [];
  const app = new Koa().use(router.routes());
  app.on('error', error => faults.push(`the door fell: ${String(error)}`));
  const server = createServer(app.callback());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });

  const statuses: Record<number, number> = {};
  let heapMb = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < callbacks; index = next++) {
      if (index === Math.floor(callbacks / 10)) heapMb = process.memoryUsage().heapUsed / 1e6;
      const isSigned = index % 4 === 0;
      const status = await knock(
        agent,
        port,
        isSigned ? signed(strange(random), random, index) : forged(random, index),
      );
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (isSigned && status !== 200) faults.push(`number ${index} was signed and got ${status}`);
      if (!isSigned && (status === 200 || status >= 500)) faults.push(`number ${index} was forged and got ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  const mostHeard = Math.ceil(callbacks / 4);
  if (heard > mostHeard) faults.push(`${heard} were heard, ${mostHeard} were signed`);
  agent.destroy();
  await new Promise(resolve => server.close(resolve));
  return { callbacks, statuses, grownMb: process.memoryUsage().heapUsed / 1e6 - heapMb, faults };
}

const hello = {
  msgid: 'M1',
  aibotid: 'AIB1',
  chatid: 'CHAT7',
  chattype: 'group',
  from: { userid: 'lin.wei' },
  response_url: 'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?code=1',
  msgtype: 'text',
  text: { content: '@小账本 我认捐200元' },
};
const press = {
  ...hello,
  msgtype: 'event',
  event: {
    eventtype: 'template_card_event',
    template_card_event: { card_type: 'button_interaction', event_key: 'poll.vote?no=1', task_id: 'poll-1@x' },
  },
};

function signed(plaintext: string, random: Random, index: number): Callback {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = `${index}${Math.floor(random() * 1e9)}`;
  const encrypted = encrypt(keys.encodingAesKey, plaintext, '');
  const signature = getSignature(keys.token, timestamp, nonce, encrypted);
  const search = new URLSearchParams({ msg_signature: signature, timestamp, nonce }).toString();
  return { search, body: JSON.stringify({ encrypt: encrypted }) };
}

/** A callback that WeChat Work signed, changed in one place afterwards. */
function forged(random: Random, index: number): Callback {
  const { search, body } = signed(JSON.stringify(hello), random, index);
  const kind = Math.floor(random() * 6);
  if (kind === 0) return { search, body: changed(body, random) };
  if (kind === 1) return { search, body: body.slice(0, Math.floor(random() * (body.length - 2))) };
  if (kind === 2) return { search: changed(search, random), body };
  if (kind === 3) return { search: search.split('&').slice(1).join('&'), body };
  if (kind === 4) return { search: `${search}&nonce=1`, body };
  return { search: search.replace(/timestamp=\d+/, `timestamp=${Math.floor(random() * 2e9)}`), body };
}

/** One character becomes another, which stands for no other spelling of the same. */
function changed(text: string, random: Random): string {
  const at = Math.floor(random() * text.length);
  const other = text[at] === 'Z' ? 'Y' : 'Z';
  return text.slice(0, at) + other + text.slice(at + 1);
}

const oddities = [
  null,
  0,
  -1,
  1e308,
  '',
  '\u0000\u202e',
  true,
  [],
  {},
  'x'.repeat(5000),
  '<@all>',
  '__proto__',
  [[[[]]]],
];

/** What a message may hold when everything is possible: fields gone, of another kind, too deep, or no JSON at all. */
function strange(random: Random): string {
  const kind = Math.floor(random() * 8);
  if (kind === 0) return changed(JSON.stringify(press), random);
  if (kind === 1) return `${'['.repeat(2000)}${']'.repeat(2000)}`;
  if (kind === 2) return String.fromCharCode(...Array.from({ length: 200 }, () => Math.floor(random() * 0xd7ff)));
  return JSON.stringify(mutated(random() < 0.5 ? hello : press, random));
}

function mutated(value: object, random: Random): unknown {
  const entries = Object.entries(value);
  const at = Math.floor(random() * entries.length);
  const odd = oddities[Math.floor(random() * oddities.length)];
  return Object.fromEntries(
    entries.flatMap(([name, inner], index): [string, unknown][] => {
      if (index !== at) return [[name, inner]];
      if (random() < 0.2) return [];
      const isDeep = typeof inner === 'object' && inner !== null && random() < 0.6;
      return [[name, isDeep ? mutated(inner as object, random) : odd]];
    }),
  );
}

function knock(agent: Agent, port: number, { search, body }: Callback): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = `/wecom/callback?${search}`;
    const call = request({ agent, host: '127.0.0.1', port, path, method: 'POST' }, response => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    call.once('error', reject);
    call.end(body);
  });
}
