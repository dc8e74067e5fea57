import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { Sender, splitPost } from '../src/sender.js';
import { Post } from '../src/store/entities/post.js';
import type { Unit } from '../src/store/unit.js';
import { seedTrial } from '../src/trial/seed.js';
import { sample, sampleResidents } from '../src/trial/sample-grid.js';
import type { Client } from '../src/wecom/client.js';
import { WeComError } from '../src/wecom/errors.js';
import { openStore } from '../src/store/open.js';
import { ormconfig } from '../ormconfig.js';

const noon = new Date('2026-03-02T12:00:00+08:00');

/** A grid whose group takes posts as `take` says, and a clock that is moved by hand. */
async function aGroup(take: (text: string) => void = () => undefined) {
  const store = await openStore(ormconfig('sqlite::memory:'), splitPost);
  onTestFinished(() => store.dataSource.destroy());
  await seedTrial(store, noon, sampleResidents().slice(0, 2));
  const clock = { now: noon };
  const taken: string[] = [];
  const client: Pick<Client, 'sendWebhook'> = {
    async sendWebhook(key, post) {
      expect(key).toBe(sample.webhookKey);
      const text = 'text' in post ? post.text : '';
      take(text);
      taken.push(text);
    },
  };
  const sender = new Sender({ store, client: client as Client, now: () => clock.now, log: pino({ level: 'silent' }) });
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
  return { sender, queue, taken, states, tick };
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

test('a post whose outcome is not known is never sent again', async () => {
  let lost = 1;
  const { sender, queue, taken, states } = await aGroup(() => {
    if (lost-- > 0) throw new WeComError({ kind: 'unknown', detail: 'send' });
  });
  await queue('收到200元', '下一条');

  await sender.sendDue();
  await sender.sendDue();

  expect(taken).toEqual(['下一条']);
  expect(await states()).toEqual(['unknown', 'sent']);
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
