import { getSignature, encrypt } from '@wecom/crypto';
import type { Server } from 'node:http';
import Koa from 'koa';
import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../../src/talk/message.js';
import type { Reply } from '../../../src/talk/reply.js';
import { open } from '../../../src/wecom/envelope.js';
import { appRoutes } from '../../../src/wecom/app/routes.js';
import { readXml } from '../../../src/wecom/app/xml.js';
import { bareKeys } from '../../support/bare-keys.js';
import { closed, listening } from '../../support/server.js';
import { setC } from '../vectors.js';
import { type Vector, random, setD, vectors } from './vectors.js';

const running: Server[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(closed));
});

interface Slow {
  readonly answer: (message: Message) => Promise<Reply>;
  readonly wait: (ms: number) => Promise<void>;
}

async function anApp(reply: Reply = { text: '好' }, slow: Partial<Slow> = {}) {
  const heard: Message[] = [];
  const events: unknown[] = [];
  const faults: string[] = [];
  const beside: { reply: Reply; code: string | null }[] = [];
  const router = appRoutes({
    ...setD,
    keys: bareKeys,
    async answer(message) {
      heard.push(message);
      return slow.answer?.(message) ?? reply;
    },
    wait: slow.wait ?? (() => new Promise(() => undefined)),
    async sayBeside(_message, said, code) {
      beside.push({ reply: said, code });
    },
    onEvent: event => events.push(event),
    now: () => new Date(1_767_225_602_000),
    random: () => random,
    onFault: kind => faults.push(kind),
  });
  const { server, base } = await listening(new Koa().use(router.routes()).callback());
  running.push(server);
  const url = `${base}/wecom/app`;
  const search = ({ signature, timestamp, nonce }: Pick<Vector, 'signature' | 'timestamp' | 'nonce'>) =>
    new URLSearchParams({ msg_signature: signature, timestamp, nonce });
  async function post(vector: Pick<Vector, 'signature' | 'timestamp' | 'nonce'>, body: string) {
    const response = await fetch(`${url}?${search(vector)}`, { method: 'POST', body });
    return { status: response.status, text: await response.text() };
  }
  /** Seals an inner XML as WeChat Work does, and posts it. */
  async function deliver(xml: string) {
    const encrypted = encrypt(setD.encodingAesKey, xml, setD.receiveId);
    const [timestamp, nonce] = ['1767225602', '73191'];
    const signature = getSignature(setD.token, timestamp, nonce, encrypted);
    return post({ signature, timestamp, nonce } as unknown as Vector, envelope(encrypted));
  }
  return { url, search, heard, events, faults, beside, post, deliver };
}

function envelope(encrypted: string, agentId = '<AgentID><![CDATA[]]></AgentID>'): string {
  return `<xml><ToUserName><![CDATA[${setD.receiveId}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt>${agentId}</xml>`;
}

test('the address is verified with the echo of D-GET, and not with another nonce', async () => {
  const app = await anApp();
  const { signature, timestamp, nonce, encrypted, plaintext } = vectors['D-GET'];
  const ask = (given: string) =>
    fetch(
      `${app.url}?${app.search({ signature, timestamp, nonce: given } as unknown as Vector)}&echostr=${encodeURIComponent(encrypted)}`,
    );

  const answer = await ask(nonce);

  expect([answer.status, await answer.text()]).toEqual([200, plaintext]);
  expect((await ask('482916')).status).toBe(403);
});

test.each(Object.entries(vectors))('%s opens with the company as its receiver, and with no other', (_name, vector) => {
  expect(open(vector.encrypted, setD)).toBe(vector.plaintext);
  expect(() => open(vector.encrypted, { ...setD, receiveId: '' })).toThrow(/another receiver/);
  expect(getSignature(setD.token, vector.timestamp, vector.nonce, vector.encrypted)).toBe(vector.signature);
  expect(encrypt(setD.encodingAesKey, vector.plaintext, setD.receiveId, random)).toBe(vector.encrypted);
});

test('D-KF is the bell of one account, and is answered with an empty 200', async () => {
  const app = await anApp();

  const answer = await app.post(vectors['D-KF'], envelope(vectors['D-KF'].encrypted));

  expect(answer).toEqual({ status: 200, text: '' });
  expect(app.events).toEqual([{ kind: 'bell', token: 'ENCtok-0001', openKfId: 'wkOak0001' }]);
});

test('D-TEXT is a member speaking, its 64-bit id unharmed, and the answer is sealed XML', async () => {
  const app = await anApp({ text: '**已记**' });

  const answer = await app.post(
    vectors['D-TEXT'],
    envelope(vectors['D-TEXT'].encrypted, '<AgentID><![CDATA[1000002]]></AgentID>'),
  );

  expect(app.heard).toEqual([
    {
      id: 'app:4561255354251345930',
      userid: 'lin.wei',
      chat: { kind: 'single' },
      body: { kind: 'said', text: '我认捐200元 & 修路灯', pictures: [] },
    },
  ]);
  const reply = readXml(open(String(readXml(answer.text)['Encrypt']), setD));
  expect(reply).toMatchObject({
    ToUserName: 'lin.wei',
    FromUserName: setD.receiveId,
    MsgType: 'text',
    Content: '已记',
  });
});

function later<T>(): [Promise<T>, (value: T) => void] {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>(resolve => (settle = resolve));
  return [promise, value => settle(value)];
}

/** One message of a member whose answer takes longer than WeChat Work waits. */
test.each([
  ['a model that says first that it thinks', { text: '我想一想……', unfinished: true } as Reply],
  ['an answer that is waited for', null],
] as const)('%s: the callback is answered in time, and the whole answer follows beside it', async (_, first) => {
  const [rest, thought] = later<Reply>();
  const [passed, pass] = later<void>();
  const waits: number[] = [];
  const app = await anApp(undefined, {
    answer: async message => (message.body.kind === 'said' && first ? first : rest),
    wait: ms => {
      waits.push(ms);
      return passed;
    },
  });
  const delivered = app.post(vectors['D-TEXT'], envelope(vectors['D-TEXT'].encrypted));
  await expect.poll(() => waits).toEqual([4000]);
  pass();

  expect(await delivered).toEqual({ status: 200, text: '' });
  thought({ text: '想好了' });
  await expect.poll(() => app.beside).toEqual([{ reply: { text: '想好了' }, code: null }]);
  expect(app.faults).toEqual([]);
});

test('what a model has thought out within the time is the answer itself', async () => {
  const app = await anApp(undefined, {
    answer: async ({ body }) =>
      body.kind === 'awaits' ? { text: '想好了' } : { text: '我想一想……', unfinished: true },
  });

  const answer = await app.post(vectors['D-TEXT'], envelope(vectors['D-TEXT'].encrypted));

  expect(readXml(open(String(readXml(answer.text)['Encrypt']), setD))['Content']).toBe('想好了');
  expect(app.heard.map(({ body }) => body.kind)).toEqual(['said', 'awaits']);
});

test('D-CARD is a press with both its ticks; its new face goes out by the code of the click', async () => {
  const app = await anApp({ text: '已记' });

  const answer = await app.post(vectors['D-CARD'], envelope(vectors['D-CARD'].encrypted));

  expect(answer.text).toBe('');
  expect(app.heard).toMatchObject([
    {
      id: 'app:press RC-12',
      userid: 'he.fang',
      body: {
        kind: 'pressed',
        press: { taskId: 'vote-12', intent: 'vote.submit', slots: { which: ['lamp', 'bench'] } },
      },
    },
  ]);
  expect(app.beside).toEqual([{ reply: { text: '已记' }, code: 'RC-12' }]);
});

test('D-CHAT tells of a customer group; a list by commas and one Item are read alike', async () => {
  const app = await anApp();
  await app.post(vectors['D-CHAT'], envelope(vectors['D-CHAT'].encrypted));
  const list = '<MemChangeList><Item><![CDATA[wmZhaoMin01]]></Item></MemChangeList>';
  await app.deliver(vectors['D-CHAT'].plaintext.replace(list, '<MemChangeList><![CDATA[wmA,wmB]]></MemChangeList>'));

  expect(app.events).toMatchObject([
    { kind: 'group-changed', chatId: 'wrOakLane01', change: 'update', detail: 'add_member', members: ['wmZhaoMin01'] },
    { members: ['wmA', 'wmB'] },
  ]);
});

const said = (xml: string) => `<xml>${xml}</xml>`;
const from = '<FromUserName><![CDATA[lin.wei]]></FromUserName>';
test.each([
  [
    'fields in another order',
    said(`<MsgId>9</MsgId><Content><![CDATA[你好]]></Content><MsgType><![CDATA[text]]></MsgType>${from}`),
  ],
  [
    'text nodes',
    said('<FromUserName>lin.wei</FromUserName><MsgType>text</MsgType><Content>你好</Content><MsgId>9</MsgId>'),
  ],
  [
    'white space between elements',
    said(`\n  ${from}\n  <MsgType> <![CDATA[text]]></MsgType>\n<Content><![CDATA[你好]]></Content> <MsgId>9</MsgId>\n`),
  ],
  [
    'an empty AgentID',
    said(`${from}<MsgType>text</MsgType><Content>你好</Content><MsgId>9</MsgId><AgentID></AgentID>`),
  ],
  [
    'unknown elements',
    said(`${from}<New><Deep>1</Deep></New><MsgType>text</MsgType><Content>你好</Content><MsgId>9</MsgId>`),
  ],
])('%s are read alike', async (_name, xml) => {
  const app = await anApp();

  await app.deliver(xml);

  expect(app.heard).toMatchObject([{ id: 'app:9', userid: 'lin.wei', body: { kind: 'said', text: '你好' } }]);
});

test('a word that closes CDATA comes through, and signs of XML in a text node are the signs', async () => {
  const app = await anApp({ text: 'a]]>b' });

  const answer = await app.deliver(
    said(`${from}<MsgType>text</MsgType><Content>1 &lt; 2 &amp; 3</Content><MsgId>9</MsgId>`),
  );

  expect(app.heard).toMatchObject([{ body: { text: '1 < 2 & 3' } }]);
  expect(readXml(open(String(readXml(answer.text)['Encrypt']), setD))['Content']).toBe('a]]>b');
});

test.each([
  ['a DOCTYPE', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><Encrypt>x</Encrypt></xml>', 400],
  ['an entity', '<xml><!ENTITY a SYSTEM "file:///etc/passwd"><Encrypt>x</Encrypt></xml>', 400],
  ['no XML', '{"encrypt":"x"}', 400],
  ['cut XML', '<xml><Encrypt>x</Encrypt>', 400],
  ['no Encrypt', '<xml><Other>x</Other></xml>', 400],
  ['more than 1 MB', `<xml><Encrypt>${'x'.repeat(1_048_577)}</Encrypt></xml>`, 413],
])('a body with %s is refused', async (_name, body, status) => {
  const app = await anApp();

  expect((await app.post(vectors['D-KF'], body)).status).toBe(status);
  expect(app.events).toEqual([]);
});

test("the robot's token at the app's address is refused", async () => {
  const app = await anApp();
  const { timestamp, nonce, encrypted } = vectors['D-KF'];
  const signature = getSignature(setC.token, timestamp, nonce, encrypted);

  const answer = await app.post({ signature, timestamp, nonce } as unknown as Vector, envelope(encrypted));

  expect(answer.status).toBe(403);
  expect(app.faults).toEqual(['bad-signature']);
});

test('signed nonsense and what is unknown are answered with an empty 200 and do nothing', async () => {
  const app = await anApp();

  for (const xml of [
    '<!DOCTYPE xml><xml/>',
    'nonsense',
    said('<MsgType>event</MsgType><Event>kf_account_auth_change</Event>'),
    said(`${from}<MsgType>event</MsgType><Event>something_new</Event>`),
    said('<MsgType>text</MsgType>'),
  ])
    expect(await app.deliver(xml)).toEqual({ status: 200, text: '' });

  expect([app.heard, app.events]).toEqual([[], []]);
});
