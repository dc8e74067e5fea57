import { pino } from 'pino';
import { expect, test } from 'vitest';
import { LinkDoor } from '../../src/process/long-connection-door.js';
import type { Reply } from '../../src/talk/reply.js';
import { sample } from '../../src/trial/sample-grid.js';
import { changeGrid } from '../../src/operations/people/set-up-grid.js';
import { ChannelUse } from '../../src/store/notice/channel-use.js';
import { Lease } from '../../src/store/engine/lease.js';
import { Post } from '../../src/store/notice/post.js';
import { Project } from '../../src/store/proposal/project.js';
import { Support } from '../../src/store/proposal/support.js';
import { bareKeys } from '../support/bare-keys.js';
import { LongLine, bot } from '../support/long-line.js';
import { png } from '../simulator/fake-bot.js';

/** A bot that is connected. */
async function connected(line: LongLine) {
  const program = await line.bot();
  await program.linkDoor?.tick();
  await line.far.connected();
  return program;
}

/** A connected door alone, with such an answer to everything. */
async function doorOf(line: LongLine, answer: () => Promise<Reply>): Promise<LinkDoor> {
  const door = new LinkDoor({
    store: line.store,
    credentials: { ...bot, url: line.url },
    holder: 'alone',
    clockMs: () => 0,
    keys: bareKeys,
    answer,
    now: () => line.clock.now,
    log: pino({ level: 'silent' }),
    onFault: () => undefined,
    onQueued: () => undefined,
  });
  await door.tick();
  await line.far.connected();
  return door;
}

/** The first post that waits; waits for it. */
async function firstQueued({ store }: LongLine): Promise<Post> {
  for (;;) {
    const post = await store.dataSource.manager.findOneBy(Post, { state: 'queued' });
    if (post) return post;
    await new Promise(setImmediate);
  }
}

const group = { userid: 'r021', chat: `group:${sample.code}`, chatId: sample.chatId };

test('a conversation: a welcome, a proposal, its support, a question, each answered by the same intents as in callback mode', async () => {
  const line = await LongLine.open();
  await connected(line);

  await line.opensPrivateChat('r021');
  await line.says('r021', '提案：更换老化的电力线路，预算23.6万元');
  await line.says('r022', '附议1号');
  await line.says('r022', '帮助', { chat: 'single' });

  // The greeting stands on the card with its buttons.
  const greeting = await line.entry(({ content }) => JSON.stringify(content.card ?? '').includes('您好'));
  expect(JSON.stringify(greeting.content.card)).toContain('众议众筹小助手');
  expect((await line.answer('1号')).chat).toBe(group.chat);
  expect(await line.store.dataSource.manager.countBy(Project, {})).toBe(1);
  // Whoever proposes supports it.
  expect(await line.store.dataSource.manager.countBy(Support, {})).toBe(2);
  expect(line.seen.filter(({ content }) => content.kind === 'fault')).toEqual([]);
});

test('a vote: the question and its card arrive as two messages, and a press changes the card', async () => {
  const line = await LongLine.open();
  await connected(line);

  await line.says('r002', '发起表决：要不要装路灯，三天后截止');
  const card = await line.entry(({ content }) => content.card !== undefined);
  await line.presses('r021', card, card.content.card?.button_list?.[0]?.text ?? '');

  const changed = await line.entry(({ id, content }) => id === card.id && content.faces !== undefined);
  expect(Object.keys(changed.content.faces ?? {})).toEqual(['r021']);
  expect(line.seen.filter(({ content }) => content.kind === 'fault')).toEqual([]);
});

test('posts reach the group, and private ones their member, without a webhook and without anybody asking', async () => {
  const line = await LongLine.open();
  const program = await connected(line);
  await line.says('r021', '帮助');
  await line.says('r022', '帮助', { chat: 'single' });
  await line.inUnit(async unit => {
    await unit.posts.toGroup({ type: 'markdown_v2', text: '**明天**停水' }, line.clock.now);
    await unit.posts.toGroup({ type: 'image', base64: png.toString('base64') }, line.clock.now);
    await unit.posts.toMember('r022', '您的兑换码是ABCD', line.clock.now);
    await unit.posts.toMember('r023', '您还没有和我说过话', line.clock.now);
  });

  await program.sender.sendDue();

  expect((await line.push('明天')).chat).toBe(group.chat);
  expect((await line.entry(({ content }) => (content.pictures?.length ?? 0) > 0)).chat).toBe(group.chat);
  expect((await line.push('兑换码')).chat).toBe('single:r022');
  const posts = await line.store.dataSource.manager.find(Post, { order: { id: 'ASC' } });
  // Whoever has never spoken to the bot in private cannot be pushed to; it waits for that.
  expect(posts.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'queued']);
  await program.sender.sendDue();
  await line.opensPrivateChat('r023');
  expect((await line.answer('您还没有和我说过话')).chat).toBe('single:r023');
});

test('at night only what a member asked for is pushed to them; the rest comes at half past seven', async () => {
  const line = await LongLine.open('2026-03-02T21:30:00+08:00');
  const program = await connected(line);
  await line.says('r022', '帮助', { chat: 'single' });
  await line.inUnit(async unit => {
    await unit.posts.toMember('r022', '您家的认捐快到期了', line.clock.now);
    await unit.posts.toAsker('r022', '您的兑换码是ABCD', line.clock.now);
  });
  const pushed = () => line.seen.filter(({ content }) => content.kind === 'push').map(({ content }) => content.text);

  await program.sender.sendDue();
  await line.push('兑换码');
  line.after(9.9 * 3_600_000);
  await program.sender.sendDue();
  expect(pushed()).toEqual(['您的兑换码是ABCD']);

  line.after(0.2 * 3_600_000);
  await program.sender.sendDue();
  await line.push('认捐');
});

test('a member’s picture is fetched and opened with the key of its own link', async () => {
  const line = await LongLine.open();
  await connected(line);

  await line.says('r002', '', { chat: 'single', images: [png.toString('base64')] });

  await line.answer('照片收到了');
});

test('a picture of 700 KB goes up in pieces, in answer to a message', async () => {
  const line = await LongLine.open();
  const program = await connected(line);
  const large = Buffer.concat([png, Buffer.alloc(700_000)]);
  await line.says('r021', '帮助');

  await program.linkDoor?.push({ kind: 'group', id: sample.chatId }, { kind: 'image', name: '图.png', bytes: large });

  await line.entry(({ content }) => content.kind === 'push' && content.pictures?.length === 1);
});

test('a callback delivered again, under another request id, has one effect and the same answer', async () => {
  const line = await LongLine.open();
  await connected(line);
  const callback = line.callback('r021', '提案：更换老化的电力线路，预算23.6万元', 'M-1');
  const deliver = () => line.far.deliver(callback, { kind: 'message' }, group);

  const answers = await Promise.all([deliver(), deliver(), deliver()]);

  expect(await line.store.dataSource.manager.countBy(Project, {})).toBe(1);
  const words = answers.map(answer => (answer.kind === 'said' ? answer.stream?.content : ''));
  expect(new Set(words).size).toBe(1);
});

test('a card whose id WeChat Work has seen (42014) is shown under another id', async () => {
  const line = await LongLine.open();
  await connected(line);
  const place = { ...group, userid: 'r002' };
  const callback = line.callback('r002', '发起表决：要不要装路灯，三天后截止', 'P-1');
  const deliver = () => line.far.deliver(callback, { kind: 'message' }, place);

  await deliver();
  await line.entry(({ content }) => content.card !== undefined);
  await deliver();
  await line.entry(
    ({ content }) => line.seen.filter(one => one.content.card).length === 2 && content.card !== undefined,
  );

  const ids = line.seen.flatMap(({ content }) => (content.card ? [content.card.task_id] : []));
  expect(new Set(ids).size).toBe(2);
});

test('an answer that comes when its request has expired (846604) is kept and said by a push', async () => {
  const line = await LongLine.open();
  const door = await doorOf(line, async () => {
    line.after(25 * 3_600_000);
    return { text: '已登记为1号提案' };
  });

  void line.far.deliver(line.callback('r021', '提案：装路灯'), { kind: 'message' }, group);

  expect((await firstQueued(line)).content).toMatchObject({ text: '已登记为1号提案' });
  await door.close();
});

test.each([
  [846_605, 'the request is not known (any more)'],
  [846_608, 'the stream has expired'],
  [846_609, 'the connection is not subscribed'],
])('an answer refused with %i, %s: the deed stands once and its answer is said by a push', async errcode => {
  const line = await LongLine.open();
  const program = await connected(line);
  await line.says('r021', '项目列表');
  line.far.refusals.push(errcode);

  void line.far.deliver(line.callback('r021', '提案：装路灯'), { kind: 'message' }, group);
  const posts = () => line.store.dataSource.manager.find(Post);
  while ((await posts()).length === 0) await new Promise(setImmediate);
  // One that is not subscribed subscribes anew; the others stay.
  expect(program.linkDoor?.isUp).toBe(errcode !== 846_609);
  await program.linkDoor?.tick();
  await until(() => program.linkDoor?.isUp === true);
  await program.sender.sendDue();

  expect((await line.push('已登记为1号提案')).chat).toBe(group.chat);
  expect(await line.store.dataSource.manager.countBy(Project, {})).toBe(1);
});

test.each([45_009, 846_605, 846_608])(
  'words that were said are not said again when only their card is refused (%i): what the card says follows',
  async errcode => {
    const line = await LongLine.open();
    const card = { about: 'poll-1', title: '1号表决', buttons: [{ text: '同意', intent: 'poll.vote' }] };
    const door = await doorOf(line, async () => ({ text: '已有2户投票', card }));
    line.far.refusals.push(null, errcode);

    await line.far.deliver(line.callback('r021', '1号投票情况'), { kind: 'message' }, group);

    expect((await firstQueued(line)).content).toMatchObject({ text: '**1号表决**\n可以回复：「同意」' });
    await door.close();
  },
);

const voteCard = { about: 'poll-1', title: '1号表决', buttons: [{ text: '同意', intent: 'poll.vote' }] };

test.each([42_039, 41_016])('a card that is refused (%i) is said in words, and its text not twice', async errcode => {
  const line = await LongLine.open();
  const door = await doorOf(line, async () => ({ text: '已有2户投票', card: voteCard }));
  line.far.refusals.push(null, errcode);

  const first = await line.far.deliver(line.callback('r021', '1号投票情况'), { kind: 'message' }, group);

  await line.answer('1号表决');
  expect(first).toMatchObject({ stream: { content: '已有2户投票' } });
  const said = line.seen.filter(({ content }) => content.kind === 'answer').map(({ content }) => content.text);
  expect(said).toEqual(['**1号表决**\n可以回复：「同意」']);
  await door.close();
});

test('a pressed card whose new face is refused has all of its words said, also what no face had room for', async () => {
  const line = await LongLine.open();
  const long = `已记：${'您家投了同意，'.repeat(60)}以后还可以改。`;
  let isPressed = false;
  const door = await doorOf(line, async () => (isPressed ? { text: long } : { text: '请投', card: voteCard }));
  await line.far.deliver(line.callback('r021', '1号投票情况'), { kind: 'message' }, group);
  const card = await line.entry(({ content }) => content.card !== undefined);
  isPressed = true;
  line.far.refusals.push(42_039);

  await line.presses('r021', card, '同意');

  expect((await firstQueued(line)).content).toMatchObject({ text: long });
  await door.close();
});

test.each([846_605, 846_608, 846_609])('a post refused with %i is said a minute later, once', async errcode => {
  const line = await LongLine.open();
  const program = await connected(line);
  await line.says('r021', '项目列表');
  await line.inUnit(unit => unit.posts.toGroup({ type: 'markdown_v2', text: '明天停水' }, line.clock.now));
  line.far.refusals.push(errcode);

  await program.sender.sendDue();
  expect(await line.store.dataSource.manager.find(Post)).toMatchObject([{ state: 'queued', errcode }]);
  line.after(61_000);
  await program.linkDoor?.tick();
  await until(() => program.linkDoor?.isUp === true);
  await program.sender.sendDue();

  await line.push('明天停水');
  expect(line.seen.filter(({ content }) => content.text.includes('明天停水'))).toHaveLength(1);
});

test('a post for a group in which nobody has spoken to the bot (93006) waits until somebody has; the group stays on', async () => {
  const line = await LongLine.open();
  const program = await connected(line);
  await line.inUnit(unit => changeGrid(unit, { webhookKey: null }));
  await line.inUnit(unit => unit.posts.toGroup({ type: 'markdown_v2', text: '明天停水' }, line.clock.now));

  await program.sender.sendDue();
  expect(await line.store.dataSource.manager.find(Post)).toMatchObject([{ state: 'queued', errcode: 93_006 }]);
  await line.says('r021', '帮助');
  line.after(3_600_000);
  await program.sender.sendDue();

  expect((await line.push('明天停水')).chat).toBe(group.chat);
});

test('wrong credentials: one line says which, nothing is tried again, and nothing secret is logged', async () => {
  const line = await LongLine.open();
  const log: string[] = [];
  const program = await line.bot({ secret: 'a-wrong-secret' }, log);
  await program.linkDoor?.tick();
  await new Promise<void>(resolve => {
    const look = (): void => (log.some(words => words.includes('"refused"')) ? resolve() : void setImmediate(look));
    look();
  });

  await program.linkDoor?.tick();
  for (let minutes = 0; minutes < 3; minutes += 1) {
    line.after(60_000);
    await program.linkDoor?.tick();
  }

  expect(log.filter(words => words.includes('WECOM_BOT_SECRET'))).toHaveLength(1);
  expect(log.filter(words => words.includes('"refused"'))).toHaveLength(1);
  expect(log.join('')).not.toContain('a-wrong-secret');
});

test('of two processes one holds the connection; when it dies the other has it within 30 seconds', async () => {
  const line = await LongLine.open();
  const first = await connected(line);
  const second = await line.bot();
  await second.linkDoor?.tick();
  expect([first.linkDoor?.isUp, second.linkDoor?.isUp]).toEqual([true, false]);

  // The first dies: it asks for its lease no more. Its socket is gone too.
  line.after(20_000);
  await second.linkDoor?.tick();
  await until(() => second.linkDoor?.isUp === true);
  await line.says('r021', '提案：更换老化的电力线路，预算23.6万元');
  await line.answer('1号');
  // It was only asleep: it finds another holder and does not come back.
  await first.linkDoor?.tick();
  line.after(5000);
  await second.linkDoor?.tick();
  await first.linkDoor?.tick();

  expect([first.linkDoor?.isUp, second.linkDoor?.isUp]).toEqual([false, true]);
  expect(await line.store.dataSource.manager.countBy(Project, {})).toBe(1);
});

test('a process that stops in order leaves the connection to the next at once', async () => {
  const line = await LongLine.open();
  const first = await connected(line);
  const second = await line.bot();

  await first.linkDoor?.close();
  await second.linkDoor?.tick();

  await line.says('r021', '帮助');
  await line.entry(({ content }) => content.kind === 'answer');
});

test('displaced by a stranger with the same bot id, nobody of ours comes back for ten minutes', async () => {
  const line = await LongLine.open();
  const ours = await connected(line);
  const other = await line.bot();
  const strangerLine = await LongLine.open();
  // A program with a record of its own: no lease holds it back.
  const stranger = new LinkDoor({
    store: strangerLine.store,
    credentials: { ...bot, url: line.url },
    holder: 'stranger',
    clockMs: () => 0,
    keys: bareKeys,
    answer: async () => ({ text: '我是别的程序' }),
    now: () => line.clock.now,
    log: (await import('pino')).pino({ level: 'silent' }),
    onFault: () => undefined,
    onQueued: () => undefined,
  });
  await stranger.tick();
  await until(() => stranger.isUp && !ours.linkDoor?.isUp);

  for (let minute = 0; minute < 9; minute += 1) {
    await ours.linkDoor?.tick();
    await other.linkDoor?.tick();
    line.after(60_000);
  }
  expect([ours.linkDoor?.isUp, other.linkDoor?.isUp, stranger.isUp]).toEqual([false, false, true]);

  line.after(120_000);
  await other.linkDoor?.tick();
  await until(() => other.linkDoor?.isUp === true);
  await stranger.close();
});

test('a connection that breaks comes back by itself, and what was queued meanwhile is said', async () => {
  const line = await LongLine.open();
  const program = await connected(line);
  await line.says('r021', '帮助');

  line.far.cut();
  await until(() => !program.linkDoor?.isUp);
  await line.inUnit(unit => unit.posts.toGroup({ type: 'markdown_v2', text: '明天停水' }, line.clock.now));
  await program.sender.sendDue();

  await line.push('明天停水');
});

test('30 messages a minute and no more go into one conversation; the answer that finds no room is said a minute later', async () => {
  const line = await LongLine.open();
  const program = await connected(line);

  const deliver = () => line.far.deliver(line.callback('r021', '项目列表'), { kind: 'message' }, group);
  for (let message = 0; message < 30; message += 1) await deliver();
  void deliver();
  const queued = () => line.store.dataSource.manager.findBy(Post, { state: 'queued' });
  while ((await queued()).length === 0) await new Promise(setImmediate);
  const count = () => line.store.dataSource.manager.countBy(ChannelUse, { channel: sample.chatId });
  expect(await count()).toBe(30);
  expect(await queued()).toHaveLength(1);

  line.after(61_000);
  await program.sender.sendDue();

  expect(await line.store.dataSource.manager.countBy(Post, { state: 'sent' })).toBe(1);
  expect(line.seen.filter(({ content }) => content.errcode === 45_009)).toEqual([]);
});

test('the lease names a process, and nothing else', async () => {
  const line = await LongLine.open();
  await connected(line);

  const [lease] = await line.store.dataSource.manager.find(Lease);

  expect(lease?.name).toBe('long-connection');
  expect(lease?.holder).toMatch(/^[0-9a-f-]{36}$/);
});

/** Waits for something that the wire brings. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}
