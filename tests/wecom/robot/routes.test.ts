import { getSignature } from '@wecom/crypto';
import type { Server } from 'node:http';
import Koa from 'koa';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Message } from '../../../src/talk/message.js';
import { type Reply, silence } from '../../../src/talk/reply.js';
import { open, seal } from '../../../src/wecom/envelope.js';
import { callbackRoutes } from '../../../src/wecom/robot/routes.js';
import { bareKeys } from '../../support/bare-keys.js';
import { closed, listening } from '../../support/server.js';
import { setA, setB, setC, vector } from '../vectors.js';

const Sealed = z.object({ encrypt: z.string(), msgsignature: z.string(), timestamp: z.number(), nonce: z.string() });

const running: Server[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(closed));
});

type Settings = {
  keys?: { token: string; encodingAesKey: string; receiveId: string };
  answer?: (message: Message) => Promise<Reply>;
  clocks?: () => readonly Date[];
};

/** A bot on a real port that repeats what it hears, or answers as told. */
async function aBot({ keys = setC, answer = async () => ({ text: '好' }), clocks }: Settings = {}) {
  const heard: Message[] = [];
  const faults: string[] = [];
  const followUps: string[] = [];
  const router = callbackRoutes({
    ...keys,
    keys: bareKeys,
    async answer(message) {
      heard.push(message);
      return answer(message);
    },
    async followUp(url, markdown) {
      followUps.push(`${url} ${markdown}`);
    },
    now: () => new Date('2026-01-01T00:00:02.900Z'),
    random: () => Buffer.from('0123456789abcdef'),
    ...(clocks ? { clocks } : {}),
    onFault: kind => faults.push(kind),
  });
  const app = new Koa().use(router.routes()).use(router.allowedMethods());
  const { server, base } = await listening(app.callback());
  running.push(server);

  const url = `${base}/wecom/callback`;
  async function post(search: Record<string, string>, body: string) {
    const response = await fetch(`${url}?${new URLSearchParams(search)}`, { method: 'POST', body });
    return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
  }
  /** Posts a callback as WeChat Work would, and opens the answer. */
  async function deliver(json: unknown): Promise<unknown> {
    const text = typeof json === 'string' ? json : JSON.stringify(json);
    const { encrypt, msgsignature, timestamp, nonce } = Sealed.parse(
      JSON.parse(seal(text, { ...keys, nonce: '73190', timestamp: 1767225601 })),
    );
    const search = query({ signature: msgsignature, timestamp: `${timestamp}`, nonce });
    const response = await post(search, JSON.stringify({ encrypt }));
    expect(response.status).toBe(200);
    return response.text === '' ? '' : JSON.parse(open(Sealed.parse(JSON.parse(response.text)).encrypt, keys));
  }
  return { url, heard, faults, followUps, post, deliver };
}

function query({ signature, timestamp, nonce }: { signature: string; timestamp: string; nonce: string }) {
  return { msg_signature: signature, timestamp, nonce };
}

const hello = {
  msgid: 'M1',
  chattype: 'single',
  from: { userid: 'lin.wei' },
  msgtype: 'text',
  text: { content: '你好' },
};
const press = {
  ...hello,
  response_url: 'https://x/r?c=1',
  msgtype: 'event',
  event: {
    eventtype: 'template_card_event',
    template_card_event: { card_type: 'button_interaction', event_key: 'poll.vote', task_id: 'poll-12@x' },
  },
};

describe('verification of the address', () => {
  test.each([
    ['A-GET', setA],
    ['B-GET', setB],
    ['C-GET', setC],
  ])('%s is answered with the plain text alone', async (name, keys) => {
    const { url } = await aBot({ keys });
    const known = vector(name);

    const response = await fetch(`${url}?${new URLSearchParams({ ...query(known), echostr: known.encrypted })}`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch('text/plain');
    expect(await response.text()).toBe(known.plaintext);
  });

  const known = vector('C-GET');
  const right = { ...query(known), echostr: known.encrypted };
  test.each([
    [403, 'a wrong signature', new URLSearchParams({ ...right, msg_signature: '0'.repeat(40) })],
    [403, 'a short signature', new URLSearchParams({ ...right, msg_signature: 'x' })],
    [403, 'an echostr decoded twice', new URLSearchParams({ ...right, echostr: known.encrypted.replace('/', ' ') })],
    [400, 'no echostr', new URLSearchParams(query(known))],
    [400, 'nothing', ''],
    [400, 'a nonce that stands twice', `${new URLSearchParams(right)}&nonce=1`],
    [400, 'an echostr that stands twice', `${new URLSearchParams(right)}&echostr=1`],
    [400, 'an empty timestamp', new URLSearchParams({ ...right, timestamp: '' })],
    [400, 'names of the object prototype', '__proto__=1&constructor=2&echostr=%E0%A4%A'],
  ])('is refused with %i for %s', async (status, _, search) => {
    const { url } = await aBot();

    const response = await fetch(`${url}?${search}`);

    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(/^[A-Z][^\n]+\.$/);
  });
});

test('a callback that somebody caught cannot be read back through the address check', async () => {
  const { url } = await aBot({ keys: setC });
  const { encrypt, msgsignature, timestamp, nonce } = Sealed.parse(
    JSON.parse(seal(JSON.stringify(hello), { ...setC, nonce: '73190', timestamp: 1767225601 })),
  );
  const search = { ...query({ signature: msgsignature, timestamp: `${timestamp}`, nonce }), echostr: encrypt };

  const response = await fetch(`${url}?${new URLSearchParams(search)}`);

  expect(response.status).toBe(400);
  expect(await response.text()).toBe('The echostr is none.');
});

test.each([
  ['1', 200],
  ['abc_DEF-123', 200],
  ['a'.repeat(128), 200],
  ['a'.repeat(129), 400],
  ['有字', 400],
  ['a b', 400],
  ['{"a":1}', 400],
])('the echostr %s is answered with %i', async (echo, status) => {
  const { url } = await aBot({ keys: setC });
  const { encrypt, msgsignature, timestamp, nonce } = Sealed.parse(
    JSON.parse(seal(echo, { ...setC, nonce: '73190', timestamp: 1767225601 })),
  );
  const search = { ...query({ signature: msgsignature, timestamp: `${timestamp}`, nonce }), echostr: encrypt };

  expect((await fetch(`${url}?${new URLSearchParams(search)}`)).status).toBe(status);
});

test.each([
  ['fresh', '2026-01-01T00:05:00Z', 200],
  ['older than ten minutes', '2026-01-01T00:10:02Z', 403],
])('an address check that is %s', async (_, now, status) => {
  const { url } = await aBot({ keys: setC, clocks: () => [new Date(now)] });
  const { encrypt, msgsignature, timestamp, nonce } = Sealed.parse(
    JSON.parse(seal('echo1', { ...setC, nonce: '73190', timestamp: 1767225601 })),
  );
  const search = { ...query({ signature: msgsignature, timestamp: `${timestamp}`, nonce }), echostr: encrypt };

  expect((await fetch(`${url}?${new URLSearchParams(search)}`)).status).toBe(status);
});

describe('a callback', () => {
  test('is read, and answered in an envelope signed with its nonce', async () => {
    const known = vector('C-MSG');
    const bot = await aBot({ answer: async () => ({ text: '已记录：200 元' }) });

    const { status, type, text } = await bot.post(query(known), JSON.stringify({ encrypt: known.encrypted }));

    const sealed = Sealed.parse(JSON.parse(text));
    expect(status).toBe(200);
    expect(type).toBe('text/plain; charset=utf-8');
    expect(sealed).toMatchObject({ timestamp: 1767225602, nonce: '73190' });
    expect(sealed.msgsignature).toBe(getSignature(setC.token, sealed.timestamp, sealed.nonce, sealed.encrypt));
    expect(JSON.parse(open(sealed.encrypt, setC))).toMatchObject({
      msgtype: 'stream',
      stream: { finish: true, content: '已记录：200 元' },
    });
    expect(bot.heard).toMatchObject([{ id: 'M-0001', body: { kind: 'said', text: '@小账本 我认捐200元' } }]);
  });

  test('delivered twice gets the same bytes twice', async () => {
    const bot = await aBot();
    const known = vector('C-MSG');
    const body = JSON.stringify({ encrypt: known.encrypted });
    expect(await bot.post(query(known), body)).toEqual(await bot.post(query(known), body));
  });

  test('may spell its fields as the official plugin tolerates them', async () => {
    const { signature, timestamp, nonce, encrypted } = vector('C-MSG');
    const { post } = await aBot();
    const body = JSON.stringify({ Encrypt: encrypted });

    expect(await post({ msgsignature: signature, timestamp, nonce }, body)).toMatchObject({ status: 200 });
    expect(await post({ signature, timestamp, nonce }, body)).toMatchObject({ status: 200 });
  });

  const known = vector('C-MSG');
  const flipped = Buffer.from(known.encrypted, 'base64');
  flipped.writeUInt8((flipped[40] ?? 0) ^ 1, 40);
  test.each([
    [400, 'not-json', 'hello'],
    [400, 'not-json', ''],
    [400, 'not-json', JSON.stringify({ encrypt: known.encrypted }).slice(0, -1)],
    [400, 'missing-field', '{}'],
    [400, 'missing-field', '[]'],
    [400, 'missing-field', 'null'],
    [400, 'missing-field', '{"encrypt":5}'],
    [403, 'bad-signature', JSON.stringify({ encrypt: flipped.toString('base64') })],
    [403, 'bad-signature', JSON.stringify({ encrypt: known.encrypted.replace('/', ' ') })],
    [413, 'too-large', 'x'.repeat(1024 * 1024 + 1)],
  ])('is refused with %i %s', async (status, fault, body) => {
    const bot = await aBot();

    const response = await bot.post(query(known), body);

    expect(response.status).toBe(status);
    expect(response.text).toMatch(/^[A-Z][^\n]+\.$/);
    expect(bot.faults).toEqual([fault]);
    expect(bot.heard).toEqual([]);
  });

  test('of exactly 1 MB is still read', async () => {
    const { post } = await aBot();
    expect(await post(query(known), 'x'.repeat(1024 * 1024))).toMatchObject({ status: 400 });
  });

  test('that grows beyond 1 MB without saying how long it is, is refused', async () => {
    const { url, faults } = await aBot();
    const chunks = Array.from({ length: 20 }, () => Buffer.alloc(100_000, 'x'));
    const init = { method: 'POST', body: ReadableStream.from(chunks), duplex: 'half' } as const;
    expect(await fetch(`${url}?${new URLSearchParams(query(known))}`, init)).toMatchObject({ status: 413 });
    expect(faults).toEqual(['too-large']);
  });

  test('without its signature, or with two of them, is refused', async () => {
    const { url, post } = await aBot();
    const body = JSON.stringify({ encrypt: known.encrypted });
    expect(await post({ timestamp: '1', nonce: '1' }, body)).toMatchObject({ status: 400 });
    const twice = `${new URLSearchParams(query(known))}&msg_signature=1`;
    expect(await fetch(`${url}?${twice}`, { method: 'POST', body })).toMatchObject({ status: 400 });
  });

  test('signed with another token is refused', async () => {
    const bot = await aBot({ keys: { ...setC, token: 'Another' } });
    expect(await bot.post(query(known), JSON.stringify({ encrypt: known.encrypted }))).toMatchObject({ status: 403 });
  });

  test.each([
    ['receiver', { ...setA, receiveId: '' }],
    ['undecryptable', { ...setA, encodingAesKey: setC.encodingAesKey }],
  ])('well signed but of the wrong %s is refused', async (fault, keys) => {
    const bot = await aBot({ keys });
    const { encrypted, ...signed } = vector('A-POST');

    expect(await bot.post(query(signed), JSON.stringify({ encrypt: encrypted }))).toMatchObject({ status: 400 });
    expect(bot.faults).toEqual([fault]);
  });

  test('whose text is not JSON is let pass in silence', async () => {
    const bot = await aBot({ keys: setB });
    const { encrypted, ...signed } = vector('B-POST-JSON');

    expect(await bot.post(query(signed), JSON.stringify({ encrypt: encrypted }))).toMatchObject({
      status: 200,
      text: '',
    });
    expect(bot.faults).toEqual(['malformed']);
  });

  test('with raw control characters in its JSON is read all the same', async () => {
    const bot = await aBot();
    await bot.deliver(JSON.stringify(hello).replace('你好', '你\u0001好'));
    expect(bot.heard).toMatchObject([{ body: { text: '你好' } }]);
  });

  test.each([
    ['without a sender', { ...hello, from: {} }, ['dropped']],
    ['from sys', { ...hello, from: { userid: 'sys' } }, ['dropped']],
    ['that is only null', null, ['dropped']],
    ['of an unknown type', { ...hello, msgtype: 'hologram' }, []],
    ['of feedback', { ...hello, msgtype: 'event', event: { eventtype: 'feedback_event' } }, []],
  ])('%s is answered with nothing, and not passed on', async (_, json, faults) => {
    const bot = await aBot();

    expect(await bot.deliver(json)).toBe('');
    expect(bot.heard).toEqual([]);
    expect(bot.faults).toEqual(faults);
  });

  test('that gets silence gets an empty body', async () => {
    const bot = await aBot({ answer: async () => silence });
    expect(await bot.deliver(hello)).toBe('');
  });
});

describe('when answering fails', () => {
  test('the member gets an apology, and WeChat Work its 200', async () => {
    const bot = await aBot({ answer: () => Promise.reject(new Error('the database is gone')) });
    expect(await bot.deliver(hello)).toMatchObject({
      msgtype: 'stream',
      stream: { finish: true, content: '抱歉，刚才出了点问题，请再说一遍。' },
    });
    expect(bot.faults).toEqual(['answer-failed']);
  });

  test('a pressed card stays as it is, and the apology follows by its response url', async () => {
    const bot = await aBot({ answer: () => Promise.reject(new Error('the database is gone')) });
    expect(await bot.deliver(press)).toBe('');
    expect(bot.followUps).toEqual(['https://x/r?c=1 抱歉，刚才出了点问题，请再说一遍。']);
  });
});

test('a press is answered with an update, and what the card cannot hold follows', async () => {
  const text = `账目\n${'一'.repeat(200)}`;
  const bot = await aBot({ answer: async () => ({ text }) });

  expect(await bot.deliver(press)).toMatchObject({
    response_type: 'update_template_card',
    userids: ['lin.wei'],
    template_card: { card_type: 'button_interaction', task_id: 'poll-12@x' },
  });
  expect(bot.followUps).toEqual([`https://x/r?c=1 ${text}`]);
});

test('a key that is no key stops the start', () => {
  const broken = {
    ...setC,
    encodingAesKey: 'short',
    answer: async () => silence,
    now: () => new Date(0),
    keys: bareKeys,
  };
  expect(() => callbackRoutes({ ...broken, onFault: () => {} })).toThrow('43 base64 characters');
});
