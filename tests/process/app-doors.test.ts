import { encrypt, getSignature } from '@wecom/crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { type Program, buildProgram } from '../../src/process/app.js';
import { readConfig } from '../../src/process/config.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import { Person } from '../../src/store/people/person.js';
import { seedTrial } from '../../src/trial/seed.js';
import { open } from '../../src/wecom/envelope.js';
import { readXml } from '../../src/wecom/app/xml.js';
import { setD } from '../wecom/app/vectors.js';
import { setC } from '../wecom/vectors.js';
import { doorSettings } from '../support/doors.js';
import { corp, openKfId } from '../support/kf.js';
import { aStore } from '../support/store.js';

const app = { ...doorSettings, WECOM_VERIFY_FILE: 'WW_verify_abc123.txt:proof-1' };
const robot = { WECOM_TOKEN: setC.token, WECOM_ENCODING_AES_KEY: setC.encodingAesKey };

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await new Promise(resolve => server.close(resolve));
});

async function aProgram(environment: Record<string, string>) {
  const clock = { now: new Date('2026-03-02T10:00:00+08:00') };
  const wire = new AppStandIn({ ...corp, openKfIds: [openKfId], now: () => clock.now });
  const store = await aStore();
  await seedTrial(store, clock.now);
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const config = readConfig({ ...robot, PUBLIC_URL: 'https://hood.example.org', ...environment });
  const program: Program = await buildProgram({ config, store, log, now: () => clock.now, fetch: wire.fetch });
  const server = createServer(program.app.callback());
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  running.push(server);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  /** Posts a sealed callback of the app, and opens the answer. */
  async function deliver(xml: string): Promise<{ status: number; xml: string }> {
    const encrypted = encrypt(setD.encodingAesKey, xml, setD.receiveId);
    const [timestamp, nonce] = [String(Math.floor(clock.now.getTime() / 1000)), String(Math.random())];
    const signature = getSignature(setD.token, timestamp, nonce, encrypted);
    const search = new URLSearchParams({ msg_signature: signature, timestamp, nonce });
    const body = `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    const response = await fetch(`${base}/wecom/app?${search}`, { method: 'POST', body });
    const text = await response.text();
    return { status: response.status, xml: text && open(String(readXml(text)['Encrypt']), setD) };
  }
  return { program, wire, store, clock, base, deliver, lines };
}

const says = (userid: string, words: string, id: string): string =>
  `<xml><FromUserName>${userid}</FromUserName><MsgType>text</MsgType><Content><![CDATA[${words}]]></Content><MsgId>${id}</MsgId></xml>`;

test('with none of the variables set, nothing of the app is there and nothing is asked of WeChat Work', async () => {
  const { program, wire, base } = await aProgram({});

  expect(program.appDoors).toBeNull();
  expect((await fetch(`${base}/wecom/app`)).status).toBe(404);
  expect((await fetch(`${base}/WW_verify_abc123.txt`)).status).toBe(404);
  await program.sender.sendDue();
  expect(wire.messages).toEqual([]);
});

test('the proof of the domain is served at its root, byte for byte', async () => {
  const { base } = await aProgram(app);

  const answer = await fetch(`${base}/WW_verify_abc123.txt`);

  expect([answer.status, await answer.text()]).toEqual([200, 'proof-1']);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
});

test('inside WeChat the desk sends the browser to be known, and knows the member who comes back', async () => {
  const { base, wire } = await aProgram(app);
  const headers = { 'user-agent': 'MicroMessenger/8.0 wxwork/4.1' };
  const sent = await fetch(`${base}/desk`, { headers, redirect: 'manual' });
  const address = sent.headers.get('location') ?? '';
  expect(address).toMatch(
    /^https:\/\/open\.weixin\.qq\.com\/connect\/oauth2\/authorize\?.*agentid=\d+#wechat_redirect$/u,
  );

  const back = String(wire.oauth.authorize(address, { userid: 'r010' })).replace('https://hood.example.org', base);
  const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
  const come = await fetch(back, { headers: { ...headers, cookie }, redirect: 'manual' });

  expect([come.status, come.headers.get('location')]).toEqual([302, '/desk']);
  // Who it is, is all that the desk wants to know.
  expect(new URL(address).searchParams.get('scope')).toBe('snsapi_base');
  expect(wire.oauth.detailsAsked).toBe(0);
  expect(come.headers.getSetCookie().find(line => line.startsWith('desk='))).toMatch(/HttpOnly; SameSite=Lax; Secure/u);
});

test('a member says to the app what could be said to the robot; the same message again gets the same answer', async () => {
  const { deliver, store } = await aProgram(app);

  const first = await deliver(says('r010', '提议：楼道灯修一下', '1'));
  const again = await deliver(says('r010', '提议：楼道灯修一下', '1'));

  expect(readXml(first.xml)['Content']).toContain('已登记为1号提案');
  expect(readXml(again.xml)['Content']).toBe(readXml(first.xml)['Content']);
  const lines = await store.dataSource.manager.find(JournalLine);
  expect(lines.filter(({ deed }) => deed === 'proposal.open')).toHaveLength(1);
});

test('the bell of 微信客服 makes its messages be fetched and answered; a stranger hears how to be known', async () => {
  const { program, wire, deliver, store, lines: logged } = await aProgram(app);
  wire.kf.say('wmStranger', '提议：楼道灯修一下');

  await deliver(
    `<xml><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>ENCtok-2</Token><OpenKfId>${openKfId}</OpenKfId></xml>`,
  );
  await program.appDoors?.tick();

  expect(wire.kf.shownTo('wmStranger').map(({ text }) => text)).toEqual([expect.stringMatching(/绑定|我是/u)]);
  expect(JSON.stringify(wire.kf.shown.map(({ text }) => text))).not.toMatch(/wmStranger|wx:/u);
  expect(logged.join()).toContain('answered');
  expect(logged.join()).not.toMatch(/wmStranger|wx:|楼道灯/u);
  const lines = await store.dataSource.manager.find(JournalLine);
  expect(lines.map(({ deed }) => deed)).not.toContain('proposal.open');
});

test('a visit by the link of a grid makes a guest of it even where no welcome is due, and says nothing', async () => {
  const { program, wire, deliver, store } = await aProgram(app);
  const bell = `<xml><MsgType>event</MsgType><Event>kf_msg_or_event</Event><OpenKfId>${openKfId}</OpenKfId></xml>`;
  wire.kf.say('wmStranger', '你好');
  wire.kf.visit('wmStranger', { scene: 'g_yinshua' });

  await deliver(bell);
  await program.appDoors?.tick();

  expect(wire.kf.shownTo('wmStranger')).toHaveLength(1);
  expect(await store.dataSource.manager.find(Person)).toMatchObject([{ gridId: 1 }]);
});

test('long notices to one member leave at the pace of their pieces: none is dropped', async () => {
  const { program, wire, store, clock } = await aProgram(app);
  await store.inUnit(async unit => {
    const [grid] = await unit.grids.all();
    const posts = grid && (await unit.within(grid)).posts;
    for (let nth = 0; nth < 12; nth += 1) await posts?.toMember('r010', `第${nth}件${'很长'.repeat(1500)}`, clock.now);
  });

  for (let minutes = 0; minutes < 6; minutes += 1) {
    await program.sender.sendDue();
    clock.now = new Date(clock.now.getTime() + 61_000);
  }

  const heard = wire.messages.map(({ body }) => String(body['content'])).join('');
  for (let nth = 0; nth < 12; nth += 1) expect(heard).toContain(`第${nth}件`);
  expect(wire.messages.length).toBeGreaterThan(40);
  expect(wire.dropped).toEqual([]);
});

test('what goes to members by the app is counted by its own door, and each call once', async () => {
  const { program, store, clock, base } = await aProgram({ ...app, METRICS_TOKEN: 'a-token-of-sixteen' });
  await store.inUnit(async unit => {
    const [grid] = await unit.grids.all();
    const posts = grid && (await unit.within(grid)).posts;
    for (const userid of ['r010', 'r011']) await posts?.toMember(userid, '第一条', clock.now);
  });
  await program.sender.sendDue();

  const metrics = await (await fetch(`${base}/metrics`)).text();
  expect(metrics).toContain('zhongyi_app_pushes_total{outcome="sent"} 2');
  expect(metrics).toContain('zhongyi_app_calls_total{path="message/send",outcome="made"} 2');
  expect(metrics).not.toContain('zhongyi_posts_total{');
});

test('a private notice goes out by the app at once, several as one; at night it waits until the morning', async () => {
  const { program, wire, store, clock } = await aProgram(app);
  const notify = (...texts: string[]) =>
    store.inUnit(async unit => {
      const [grid] = await unit.grids.all();
      if (grid) for (const text of texts) await (await unit.within(grid)).posts.toMember('r010', text, clock.now);
    });

  await notify('第一条', '第二条');
  await program.sender.sendDue();
  expect(wire.messages).toMatchObject([{ touser: 'r010', msgtype: 'text' }]);
  expect(String(wire.messages[0]?.body['content'])).toMatch(/第一条[^]*第二条/u);

  clock.now = new Date('2026-03-02T23:30:00+08:00');
  await notify('夜里的');
  await program.sender.sendDue();
  expect(wire.messages).toHaveLength(1);
  clock.now = new Date('2026-03-03T09:00:00+08:00');
  await program.sender.sendDue();
  expect(wire.messages).toHaveLength(2);
});

test('a card goes to a member beside the answer; pressed, it gets its new face by the code of the click', async () => {
  const { deliver, wire, program } = await aProgram(app);
  await deliver(says('r010', '提议：楼道灯修一下', '1'));
  wire.messages.length = 0;
  await deliver(says('r011', '帮助', '2'));
  await program.appDoors?.tick();
  const card = wire.messages.find(({ msgtype }) => msgtype === 'template_card')?.body as
    { task_id: string; card_type: string; button_list: { key: string }[] } | undefined;
  if (!card) throw new Error(`no card: ${JSON.stringify(wire.messages)}`);

  const press = (code: string, userid: string): Promise<{ status: number; xml: string }> =>
    deliver(
      `<xml><FromUserName>${userid}</FromUserName><MsgType>event</MsgType><Event>template_card_event</Event>` +
        `<EventKey><![CDATA[${card.button_list[0]?.key}]]></EventKey><TaskId>${card.task_id}</TaskId>` +
        `<CardType>${card.card_type}</CardType><ResponseCode>${code}</ResponseCode></xml>`,
    );
  expect(await press('RC-1', 'r011')).toEqual({ status: 200, xml: '' });
  // A card that was made for somebody else says nothing.
  expect(await press('RC-2', 'r012')).toEqual({ status: 200, xml: '' });

  await expect
    .poll(() => wire.updated)
    .toMatchObject([{ userids: ['r011'], agentid: corp.agentId, response_code: 'RC-1' }]);
});

test('who asks for long lists again and again gets them all, the last ones a minute later: none is dropped', async () => {
  const { program, wire, deliver, store, clock } = await aProgram(app);
  await store.inUnit(async unit => {
    const [grid] = await unit.grids.all();
    const posts = grid && (await unit.within(grid)).posts;
    for (let nth = 0; nth < 3; nth += 1) await posts?.toMember('r010', `第${nth}件${'很长'.repeat(900)}`, clock.now);
  });
  await deliver(says('r010', '帮助', '1'));
  for (let nth = 2; nth < 20; nth += 1) await deliver(says('r010', '帮助', String(nth)));
  for (let minutes = 0; minutes < 6; minutes += 1) {
    await program.sender.sendDue();
    clock.now = new Date(clock.now.getTime() + 61_000);
  }

  const heard = wire.messages.map(({ body }) => String(body['content'] ?? '')).join('');
  for (let nth = 0; nth < 3; nth += 1) expect(heard.split(`第${nth}件`), String(nth)).toHaveLength(2);
  // Each answer, and each once: as words, or with its card.
  expect(heard.split('我帮邻居们一起商量').length - 1).toBeGreaterThanOrEqual(10);
  expect(wire.dropped).toEqual([]);
});

test('whom the app does not reach is told when they next write', async () => {
  const { program, wire, store, clock, deliver } = await aProgram(app);
  wire.unreachable.add('r010');
  await store.inUnit(async unit => {
    const [grid] = await unit.grids.all();
    if (grid) await (await unit.within(grid)).posts.toMember('r010', '您的认捐到账了', clock.now);
  });

  await program.sender.sendDue();

  expect(wire.messages).toEqual([]);
  const answer = await deliver(says('r010', '12号怎么样了', '2'));
  expect(readXml(answer.xml)['Content']).toContain('您的认捐到账了');
});

test.each([
  ['externalcontact/groupchat/list', 48_002, 'groups', '可调用接口的应用'],
  ['externalcontact/groupchat/list', 60_020, 'app', '企业可信IP'],
  ['kf/account/list', 48_007, 'kf', '可管理的客服账号'],
  ['kf/account/list', 95_003, 'kf', '企业认证'],
  ['kf/account/list', 95_017, 'kf', '可调用接口的应用'],
  ['kf/account/list', 95_004, 'kf', 'WECOM_KF_ID'],
  ['kf/account/list', 95_012, 'kf', '独立版'],
  ['gettoken', 40_001, 'app', 'WECOM_APP_SECRET'],
  ['gettoken', 40_013, 'app', '我的企业'],
])('%s refused with %d: the door %s is said to be shut, and which step opens it', async (path, errcode, door, step) => {
  const { program, wire, lines, base } = await aProgram({ ...app, METRICS_TOKEN: 'a-token-of-sixteen' });
  wire.refusals.set(path, [errcode, errcode]);

  await program.appDoors?.check();

  expect(lines.filter(line => line.includes('没有开')).join()).toContain(step);
  const metrics = await (await fetch(`${base}/metrics`)).text();
  expect(metrics).toContain(`zhongyi_door_up{door="${door}"} 0`);
});

test('a customer-service account that the app may not manage is named with its step', async () => {
  const { program, wire, lines } = await aProgram(app);
  wire.kf.mayManage = false;

  await program.appDoors?.check();

  expect(lines.filter(line => line.includes('没有开'))).toEqual([expect.stringContaining('可管理的客服账号')]);
});

test.each([
  ['WECOM_KF_ID', '应用管理 → 微信客服'],
  ['WECOM_VERIFY_FILE', '可信域名'],
  ['WECOM_APP_TOKEN', '设置API接收'],
])('without %s the start says what is missing and its step in the console', async (name, step) => {
  const { program, lines } = await aProgram({
    ...app,
    [name]: '',
    ...(name === 'WECOM_APP_TOKEN' && { WECOM_APP_AES_KEY: '' }),
  });

  await program.appDoors?.begin();

  expect(lines.filter(line => line.includes(name)).join()).toContain(step);
});

test.each([
  [{ WECOM_CORP_ID: 'ww1' }, /set all three.*我的企业 → 企业信息/],
  [{ WECOM_KF_ID: 'wk1' }, /WECOM_KF_ID: of no use without.*应用管理 → 自建/],
  [{ ...app, WECOM_APP_AES_KEY: '' }, /set both[^]*设置API接收/],
  [{ ...app, WECOM_AGENT_ID: '1o' }, /WECOM_AGENT_ID: read "1o"/],
  [{ ...app, WECOM_APP_SECRET: 'a b' }, /WECOM_APP_SECRET: read a value of 3 characters/],
  [{ WECOM_VERIFY_FILE: '../etc/passwd:x' }, /WECOM_VERIFY_FILE: read/],
])('what is set by halves stops the start: %o', (environment, sentence) => {
  expect(() => readConfig({ ...robot, ...environment })).toThrow(sentence);
});
