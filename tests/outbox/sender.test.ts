import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { Sender, splitPost } from '../../src/outbox/sender.js';
import { Post } from '../../src/store/notice/post.js';
import { byOperator } from '../../src/process/commands/by-operator.js';
import { changeGrid } from '../../src/operations/people/set-up-grid.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { seedTrial } from '../../src/trial/seed.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import type { Client, Post as Webhook } from '../../src/wecom/robot/client.js';
import { type ErrorKind, WeComError } from '../../src/wecom/errors.js';
import { openStore } from '../../src/store/engine/open.js';
import { ormconfig } from '../../ormconfig.js';

const noon = new Date('2026-03-02T12:00:00+08:00');

/** A grid whose group takes posts as `take` says, and a clock that is moved by hand. */
async function aGroup(take: (text: string) => void = () => undefined) {
  const store = await openStore(ormconfig('sqlite::memory:'), splitPost);
  onTestFinished(() => store.dataSource.destroy());
  await seedTrial(store, noon, sampleResidents().slice(0, 2));
  const clock = { now: noon };
  const taken: string[] = [];
  const client = {
    async sendWebhook(key: string, post: Webhook) {
      expect(key).toBe(sample.webhookKey);
      const text = 'text' in post ? post.text : '';
      take(text);
      taken.push(text);
    },
  } as unknown as Client;
  const sender = new Sender({
    store,
    client,
    now: () => clock.now,
    chance: Math.random,
    log: pino({ level: 'silent' }),
  });
  const queue = async (...texts: string[]): Promise<void> =>
    store.inUnit(async open => {
      const grid = await open.grids.byCode(sample.code);
      if (!grid) throw new Error('there is no grid');
      const unit: Unit = await open.within(grid);
      for (const text of texts) await unit.posts.toGroup({ type: 'markdown_v2', text }, clock.now);
    });
  const states = async (): Promise<string[]> =>
    (await store.dataSource.manager.find(Post, { order: { id: 'ASC' } })).map(({ state }) => state);
  const tick = (ms: number): void => void (clock.now = new Date(clock.now.getTime() + ms));
  return { sender, queue, taken, states, tick, store, clock, client };
}

test('posts leave in order, each once', async () => {
  const { sender, queue, taken } = await aGroup();
  await queue('一', '二', '三');

  await Promise.all([sender.sendDue(), sender.sendDue()]);

  expect(taken).toEqual(['一', '二', '三']);
});

test('of 45 posts 20 leave in the first minute, 20 in the second, and the rest in the third', async () => {
  const { sender, queue, taken, tick } = await aGroup();
  await queue(...Array.from({ length: 45 }, (_, index) => `第${index + 1}条`));

  const counts: number[] = [];
  for (let minute = 0; minute < 3; minute += 1) {
    await sender.sendDue();
    counts.push(taken.length);
    tick(60_000);
  }

  expect(counts).toEqual([20, 40, 45]);
  expect(taken.at(-1)).toBe('第45条');
});

test('over the limit, the group waits a minute and then gets the same post', async () => {
  let refusals = 1;
  const { sender, queue, taken, tick } = await aGroup(() => {
    if (refusals-- > 0) throw new WeComError({ kind: 'rate', detail: 'send', errcode: 45_009 });
  });
  await queue('一', '二');

  await sender.sendDue();
  expect(taken).toEqual([]);
  tick(60_000);
  await sender.sendDue();

  expect(taken).toEqual(['一', '二']);
});

test('a post about money whose outcome is not known is never sent again; any other once, and says so', async () => {
  let lost = 2;
  const { sender, queue, taken, states, tick } = await aGroup(() => {
    if (lost-- > 0) throw new WeComError({ kind: 'unknown', detail: 'send' });
  });
  await queue('收到200元', '明天停水');

  for (let minutes = 0; minutes < 3; minutes += 1) {
    await sender.sendDue();
    tick(60_000);
  }

  expect(taken).toEqual(['（可能重复）明天停水']);
  expect(await states()).toEqual(['unknown', 'sent']);
});

/** docs/wecom-protocol.md 11.2: what becomes of a post at each class of error, and how often it is tried. */
test.each<[kind: ErrorKind, end: string, tries: number]>([
  ['transient', 'failed', 4],
  ['rate', 'queued', 6],
  ['token', 'failed', 4],
  ['credentials', 'queued', 1],
  ['bug', 'failed', 2],
  ['card-id', 'failed', 2],
  ['media', 'failed', 2],
  ['media-id', 'failed', 4],
  ['recipient', 'failed', 1],
  ['permanent-target', 'queued', 1],
  ['login', 'failed', 1],
  ['connection', 'queued', 6],
])('a group that always answers %s: the post is %s after %i tries', async (kind, end, tries) => {
  let tried = 0;
  const { sender, queue, states, tick } = await aGroup(() => {
    tried += 1;
    throw new WeComError({ kind, detail: 'send' });
  });
  await queue('**明天**停水');

  for (let minutes = 0; minutes < 6; minutes += 1) {
    await sender.sendDue();
    tick(60_000);
  }

  expect([(await states())[0], tried]).toEqual([end, tries]);
});

test('a dead webhook turns the channel off and tells the secretary; with a new one the backlog comes as one post', async () => {
  let isDead = true;
  const { sender, queue, taken, tick, store } = await aGroup(() => {
    if (isDead) throw new WeComError({ kind: 'permanent-target', errcode: 93_000, detail: 'send' });
  });
  await queue(...Array.from({ length: 60 }, (_, index) => `**第${index + 1}条通知**\n细节`));
  await sender.sendDue();
  tick(26 * 3_600_000);
  await sender.sendDue();
  expect(taken).toEqual([]);

  isDead = false;
  await store.inUnit(async open => {
    const grid = await open.grids.byCode(sample.code);
    if (grid) await changeGrid(await open.within(grid), { webhookKey: sample.webhookKey });
  }, byOperator(noon));
  await sender.sendDue();

  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain('期间有60条通知');
  expect(taken[0]).toContain('第1条通知');
  const told = await store.dataSource.manager.findBy(Post, { userid: 'r002' });
  expect(told.map(({ content }) => ('text' in content ? content.text : ''))).toEqual([
    expect.stringContaining('群消息推送停了'),
  ]);
});

test('what is still unsent is stale once there is news on the same topic', async () => {
  const { sender, taken, store } = await aGroup();
  await store.inUnit(async open => {
    const grid = await open.grids.byCode(sample.code);
    if (!grid) throw new Error('there is no grid');
    const { posts } = await open.within(grid);
    await posts.toGroup({ type: 'markdown_v2', text: '完成30%' }, noon, 'progress/1');
    await posts.toGroup({ type: 'markdown_v2', text: '另一件事' }, noon);
    await posts.toGroup({ type: 'markdown_v2', text: '完成60%' }, noon, 'progress/1');
  });

  await sender.sendDue();

  expect(taken).toEqual(['另一件事', '完成60%']);
});

test('of two processes one has a post in hand, and the other takes over when it has died', async () => {
  const { sender, queue, taken, store, clock, client } = await aGroup();
  await queue('一', '二');
  const [first] = await store.dataSource.manager.find(Post, { order: { id: 'ASC' } });
  await store.dataSource.manager.update(Post, first?.id ?? 0, { state: 'sending', sentAt: clock.now });
  const other = new Sender({
    store,
    client,
    now: () => clock.now,
    chance: Math.random,
    log: pino({ level: 'silent' }),
  });

  await Promise.all([sender.sendDue(), other.sendDue()]);
  expect(taken).toEqual([]);

  clock.now = new Date(clock.now.getTime() + 30_000);
  await Promise.all([sender.sendDue(), other.sendDue()]);
  await sender.sendDue();
  expect(taken).toEqual(['（可能重复）一', '二']);
});

test('a passing failure is tried again up to four times, and a lasting one is given up at once', async () => {
  const { sender, queue, states, tick } = await aGroup(text => {
    throw new WeComError({ kind: text === '坏' ? 'bug' : 'transient', detail: 'send' });
  });
  await queue('坏', '慢');

  for (let tries = 0; tries < 6; tries += 1) {
    await sender.sendDue();
    tick(60_000);
  }

  expect(await states()).toEqual(['failed', 'failed']);
});

test('a post of 10 000 bytes leaves in parts that the channel takes', async () => {
  const { sender, queue, taken } = await aGroup();
  await queue(Array.from({ length: 100 }, (_, index) => `第${index}行 ${'字'.repeat(30)}`).join('\n'));

  await sender.sendDue();

  expect(taken.length).toBeGreaterThan(2);
  expect(taken.every(text => Buffer.byteLength(text) <= 4096)).toBe(true);
});
