import { request } from 'node:http';
import { encrypt, getSignature } from '@wecom/crypto';
import { expect, onTestFinished, test } from 'vitest';
import { byOperator } from '../../src/process/commands/by-operator.js';
import { createGrid, endRole, giveRole } from '../../src/operations/people/set-up-grid.js';
import { unbindMember } from '../../src/operations/people/unbind-member.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import { enter, hiddenIn, post, read } from '../support/desk.js';
import { offices } from '../support/offices.js';
import { keys, type Shown, Wire } from '../support/wire.js';
import { aProject } from '../support/works.js';

const { secretary, leader, community } = offices;
/** The leader of the building in which r050 to r060 live. */
const leader3 = 'r031';
const begin = '2026-03-18T09:00:00+08:00';

/** The running program with a vote, a round and works under way, and a second grid next door with a secretary and a resident of its own. */
async function aTown(): Promise<Wire> {
  const wire = await Wire.open('sqlite::memory:', begin);
  onTestFinished(() => wire.close());
  await aProject(wire.grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  await aProject(wire.grid, {
    title: '修台阶',
    state: 'pledging',
    round: { targetFen: 300_000, minimumFen: 300_000, capFen: 50_000 },
    pledgeClosesAt: new Date('2026-03-27T23:59:00+08:00'),
  });
  await aProject(wire.grid, { title: '刷楼道', state: 'in_progress' });
  await wire.says(leader, '1号发起表决，10天后截止');
  await wire.store.inUnit(async open => {
    const unit = await createGrid(open, {
      code: 'nextdoor',
      name: '隔壁网格',
      community: '隔壁社区',
      now: wire.clock.now,
    });
    if (!unit) throw new Error('there is one already');
    const gridId = unit.grid.id;
    const line = { building: '1', unit: '1', room: '101', areaCentiM2: 8000, owners: ['邻居甲'], userids: ['n001'] };
    const { id } = await unit.members.keepHousehold({ gridId, ...line, phone: null });
    await unit.members.keep({ gridId, userid: 'n001', name: '邻居甲', householdId: id, boundAt: wire.clock.now });
    await giveRole(unit, { userid: 'n002', role: 'community_secretary', building: null });
    await unit.members.bindChat('wrNextDoor', wire.clock.now);
    unit.journal.add('story');
  }, byOperator(wire.clock.now));
  return wire;
}

/** Every deed that the record of the sample grid has of anybody but the clock. */
async function deeds({ store, grid }: Wire): Promise<string[]> {
  const gridId = await grid.inUnit(async unit => unit.grid.id);
  const lines = await store.dataSource.manager.find(JournalLine, { where: { gridId }, order: { seq: 'ASC' } });
  return lines.map(({ deed, by }) => `${deed} ${by}`);
}

const within = (wire: Wire, work: (unit: Unit) => Promise<unknown>): Promise<unknown> => wire.grid.inUnit(work);

/** A page as it is asked for, without what a client would make of the path. */
function raw(wire: Wire, path: string, cookie: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(wire.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: { cookie } }, answer => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Presses a button of a card that was shown in private. */
async function pressesAlone(wire: Wire, userid: string, { card }: Shown, text: string): Promise<Shown> {
  const key = card?.button_list?.find(button => button.text === text)?.key ?? '';
  const template_card_event = { card_type: card?.card_type, event_key: key, task_id: card?.task_id };
  const event = { eventtype: 'template_card_event', template_card_event };
  return wire.deliver(userid, { msgtype: 'event', event }, { chat: 'single' });
}

/** Sits down at the desk by the link that the bot gives in private. */
async function atDeskOf(wire: Wire, userid: string) {
  const { text } = await wire.asks(userid, '办事台');
  const [path = ''] = /\/desk\/login\/[\w-]+/u.exec(text) ?? [];
  const { cookie } = await enter(wire.address, path);
  return {
    cookie,
    read: (page: string) => read(wire.address, page, cookie),
    async post(page: string, fields: Record<string, string>) {
      const [, csrf = ''] =
        /name="csrf" value="([\w-]+)"/u.exec((await read(wire.address, '/desk', cookie)).text) ?? [];
      return post(wire.address, page, { csrf, ...fields }, cookie);
    },
  };
}

/** What somebody who has no part in it tries: to vote, to pay, to decide, to see. */
const tries = [
  '1号同意',
  '1号反对，太贵了',
  '2号我出100元',
  '附议1号',
  '1号异议：报价偏高',
  '提案：三单元漏水',
  '2号收到3号楼2单元101 200元',
  '2号对账无误，共200元',
  '3号申请支出100元：灯泡，付给张记五金',
  '批准申请1',
  '付申请1',
  '3号进度：完成90%',
  '3号验收合格',
  '3号叫停：危险',
  '1号投票结束',
  '1号延长10天',
  '发布1号方案：装路灯，预算3000元',
  '终止3号：不做了',
  '1号档案',
  '1号走访名单',
  '2号谁没交',
  '打印2号楼绑定卡',
  '作废2号楼1单元301的绑定卡',
  '替3号楼2单元101认捐200元',
  '1号纸票：2号楼3单元101 同意',
  '1号减免：3号楼2单元101，由公益资源承担',
  '解除绑定 r050：搬走了',
  '名册',
  '给r051记20分：带头',
  '县里登录',
] as const;

/** Of the names, accounts and telephones of the record, those that stand in an answer; links that open something too. */
function shownOf(text: string): string[] {
  const names = sampleResidents().flatMap(({ name, userid }) => [name, userid]);
  return [...names, '/dossier/', '/cards/', '/mine/', '/desk/login/'].filter(name => text.includes(name));
}

test.each([
  ['a stranger', 'nobody9'],
  ['a resident of the grid next door', 'n001'],
  ['the secretary of the grid next door', 'n002'],
])('%s in the group changes nothing there and is shown nobody', { timeout: 300_000 }, async (_, who) => {
  const wire = await aTown();
  const before = await deeds(wire);

  for (const words of tries) {
    const { text, card } = await wire.says(who, words);
    expect(text, words).not.toBe('');
    expect(shownOf(text), words).toEqual([]);
    for (const button of card?.button_list ?? [])
      expect(shownOf((await wire.presses(who, card, button.text)).text), words).toEqual([]);
  }

  expect(await deeds(wire)).toEqual(before);
});

test('who was unbound votes no more by an old card, by words, by the desk or by a form that lay open', async () => {
  const wire = await aTown();
  const { card } = await wire.says('r050', '1号投票情况');
  const desk = await atDeskOf(wire, 'r050');
  const form = hiddenIn((await desk.read('/desk/do/poll.vote?no=1')).text);
  await within(wire, async unit => {
    const member = await unit.members.view(leader3);
    await unbindMember(unit, { member, userid: 'r050', reason: '搬走了' });
  });
  const before = await deeds(wire);

  const pressed = await wire.presses('r050', card, '同意');
  const said = await wire.says('r050', '1号同意');
  const inPrivate = await wire.asks('r050', '2号我出100元');
  const handed = await desk.post('/desk/do/poll.vote', { ...form, _yes: 'read', no: '1', choice: 'agree' });

  for (const { text } of [said, inPrivate]) expect(text).toContain('请先绑定');
  expect(JSON.stringify(pressed)).toMatch(/请先绑定|没有记/u);
  expect(handed.status).toBe(403);
  expect(await deeds(wire)).toEqual(before);
});

test('an office that was taken back does nothing by its open question, its cards, its desk and its links', async () => {
  const wire = await aTown();
  const asked = await wire.asks(community, '终止3号：没人做了');
  expect(asked.text).toMatch(/确认|回复“是”/u);
  const list = await wire.asks(community, '待办');
  const desk = await atDeskOf(wire, community);
  const form = hiddenIn((await desk.read('/desk/do/project.cancel?no=3')).text);
  const { text } = await wire.asks(community, '1号档案');
  const [, dossier = ''] = /(\/board\/[^)]+\/dossier\/[^)]+)\)/u.exec(text) ?? [];
  const role = { userid: community, role: 'community_secretary', building: null, now: wire.clock.now } as const;
  expect(await within(wire, unit => endRole(unit, role))).toBe(true);
  const before = await deeds(wire);

  const answers = [await wire.asks(community, '终止3号：没人做了'), await wire.asks(community, '是')];
  for (const button of list.card?.button_list ?? [])
    answers.push(await pressesAlone(wire, community, list, button.text));
  const handed = await desk.post('/desk/do/project.cancel', { ...form, _yes: 'read', no: '3', reason: '没人做了' });

  expect(JSON.stringify(answers)).not.toMatch(/已终止|已记|已登记/u);
  expect(handed.status).toBe(403);
  expect((await fetch(wire.address + dossier)).status).toBe(404);
  expect(await deeds(wire)).toEqual(before);
});

test('an open question of an office that was taken back is not answered by a yes', async () => {
  const wire = await aTown();
  expect((await wire.asks(community, '终止3号：没人做了')).text).toMatch(/确认|回复“是”/u);
  const role = { userid: community, role: 'community_secretary', building: null, now: wire.clock.now } as const;
  await within(wire, unit => endRole(unit, role));
  const before = await deeds(wire);

  const { text } = await wire.asks(community, '是');

  expect(text).not.toContain('已终止');
  expect(await deeds(wire)).toEqual(before);
});

test('a message of 64 KB in any of its fields is not read, and nobody waits for it', async () => {
  const wire = await aTown();
  const before = await deeds(wire);
  const fillers = [
    '1',
    '号',
    ' ',
    '1号同意，',
    '，',
    '补记志愿1： ',
    '（',
    '"',
    '2026年3月',
    '3号楼2单元101 ',
    '100元、',
    'a@',
  ];
  const bodies = fillers
    .map(filler => filler.repeat(Math.ceil(64_000 / Buffer.byteLength(filler))))
    .flatMap(long => [
      { msgtype: 'text', text: { content: long } },
      { msgtype: 'voice', voice: { content: long } },
      {
        msgtype: 'text',
        text: { content: `@${sample.botName} 同意` },
        quote: { msgtype: 'text', text: { content: long } },
      },
      { msgtype: 'mixed', mixed: { msg_item: [{ msgtype: 'text', text: { content: long } }] } },
      {
        msgtype: 'event',
        event: {
          eventtype: 'template_card_event',
          template_card_event: { card_type: 'button_interaction', event_key: long, task_id: long },
        },
      },
      { msgtype: 'event', event: { eventtype: long } },
    ]);
  for (const body of bodies) {
    const { text, card } = await wire.deliver('r051', body, { chat: 'single' });
    expect(text.slice(0, 12), JSON.stringify(body).slice(0, 90)).toMatch(
      /^(?:|这条消息太长，我没有读.*|您引用的那条太长，.*)$/u,
    );
    expect(card).toBeUndefined();
  }

  expect(await deeds(wire)).toEqual(before);
});

test('what was caught on the way and sent again does nothing more, and nothing at all when it is old or bent', async () => {
  const wire = await aTown();
  const message = {
    msgid: 'C-1',
    aibotid: 'AIB1',
    chattype: 'single',
    from: { userid: 'r052' },
    msgtype: 'text',
    text: { content: '1号同意' },
  };
  const sealed = encrypt(keys.encodingAesKey, JSON.stringify(message), '');
  const at = String(Math.floor(wire.clock.now.getTime() / 1000));
  const query = (given: { nonce?: string; timestamp?: string; body?: string; signed?: string }) => {
    const {
      nonce = '77',
      timestamp = at,
      body = sealed,
      signed = getSignature(keys.token, timestamp, nonce, body),
    } = given;
    return new URLSearchParams({ msg_signature: signed, timestamp, nonce }).toString();
  };
  const send = async (search: string, body = sealed) =>
    fetch(`${wire.address}/wecom/callback?${search}`, { method: 'POST', body: JSON.stringify({ encrypt: body }) });
  expect((await send(query({}))).status).toBe(200);
  const before = await deeds(wire);
  const right = getSignature(keys.token, at, '77', sealed);

  const statuses = [
    await send(query({})),
    // Another nonce or moment under the signature that was caught, or none.
    await send(query({ nonce: '78', signed: right })),
    await send(query({ timestamp: String(Number(at) + 60), signed: right })),
    await send(query({ signed: '' })),
    await send(query({ signed: right.toUpperCase() })),
    await send(query({}), `${sealed.slice(0, -4)}AAAA`),
    await send(query({}), sealed.slice(0, 24)),
    await send(`${query({})}&nonce=79`),
  ].map(({ status }) => status);
  expect(statuses).toEqual([200, 403, 403, 403, 403, 403, 403, 400]);
  wire.clock.now = new Date(wire.clock.now.getTime() + 11 * 60_000);
  expect((await send(query({}))).status).toBe(403);
  expect(await deeds(wire)).toEqual(before);
});

test('a form from another site, without its key, by another method or for another grid does nothing', async () => {
  const wire = await aTown();
  const desk = await atDeskOf(wire, 'r053');
  const other = await atDeskOf(wire, 'r054');
  const next = await atDeskOf(wire, 'n001');
  const page = await desk.read('/desk/do/poll.vote?no=1');
  const form = { ...hiddenIn(page.text), _yes: 'read', no: '1', choice: 'agree' };
  const others = hiddenIn((await other.read('/desk/do/poll.vote?no=1')).text);
  const before = await deeds(wire);
  const to = (path: string, init: RequestInit & { headers?: Record<string, string> }) =>
    fetch(wire.address + path, { redirect: 'manual', ...init, headers: { cookie: desk.cookie, ...init.headers } });
  const body = new URLSearchParams(form).toString();
  const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };

  const answers = [
    await to('/desk/do/poll.vote', {
      method: 'POST',
      body,
      headers: { ...urlencoded, 'sec-fetch-site': 'cross-site' },
    }),
    await to('/desk/do/poll.vote', {
      method: 'POST',
      body,
      headers: { ...urlencoded, origin: 'https://evil.example' },
    }),
    await to('/desk/do/poll.vote', {
      method: 'POST',
      body: new URLSearchParams({ ...form, csrf: '' }).toString(),
      headers: urlencoded,
    }),
    await to('/desk/do/poll.vote', {
      method: 'POST',
      body: new URLSearchParams({ ...form, csrf: others['csrf'] ?? '' }).toString(),
      headers: urlencoded,
    }),
    await to('/desk/do/poll.vote', {
      method: 'POST',
      body: JSON.stringify(form),
      headers: { 'content-type': 'application/json' },
    }),
    await to('/desk/do/poll.vote', { method: 'POST', body, headers: { 'content-type': 'text/plain' } }),
    await to(`/desk/do/poll.vote?${body}`, { method: 'GET' }),
    await to(`/desk/do/poll.vote?${body}`, { method: 'PUT' }),
    await to('/desk/do/poll.vote', { method: 'PUT', body, headers: urlencoded }),
    await to('/desk/do/__proto__', { method: 'POST', body, headers: urlencoded }),
    await to('/desk/do/constructor', { method: 'GET' }),
    await to('/desk/do/poll.close', { method: 'POST', body, headers: urlencoded }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 200, 404, 404, 404, 404, 303]);
  const across = await next.post('/desk/do/poll.vote', {
    ...hiddenIn((await next.read('/desk/do/poll.vote?no=1')).text),
    _yes: 'read',
    no: '1',
    choice: 'agree',
    gridId: '1',
    grid: sample.code,
  });
  expect(across.text).not.toContain('投了');
  expect(await deeds(wire)).toEqual(before);
});

test('no path leads out of the folders that are served, and none ends in a fault', async () => {
  const wire = await aTown();
  const desk = await atDeskOf(wire, secretary);
  const tricks = [
    '../',
    '..%2f',
    '..%5c',
    '%2e%2e/',
    '%2e%2e%2f',
    '....//',
    '..;/',
    '%00',
    '%c0%ae%c0%ae/',
    '//',
    '.%2e/',
    '%252e%252e%252f',
  ];
  const roots = [
    '/board/',
    '/board/yinshua/',
    '/board/yinshua/photo/',
    '/board/yinshua/poster/',
    '/board/yinshua/mine/',
    '/board/yinshua/dossier/',
    '/help/',
    '/help/yinshua/',
    '/desk/',
    '/desk/do/',
    '/desk/file/',
    '/desk/list/',
    '/cards/',
    '/asked/',
    '/simulator/',
    '/county/',
    '/WW_verify_',
    '/metrics/',
    '/',
  ];
  const targets = ['etc/passwd', 'package.json', 'data/zhongyi.sqlite', 'src/process/app.ts', ''];
  const wrong: string[] = [];
  let tried = 0;
  for (const root of roots)
    for (const trick of tricks)
      for (const target of targets) {
        const path = `${root}${trick.repeat(3)}${target}`;
        const { status, text } = await raw(wire, path, desk.cookie);
        tried += 1;
        if (status >= 500 || /root:|"dependencies"|SQLite format|buildProgram/u.test(text))
          wrong.push(`${path}: ${status}`);
      }
  expect(tried).toBe(1140);
  expect(wrong).toEqual([]);
});
