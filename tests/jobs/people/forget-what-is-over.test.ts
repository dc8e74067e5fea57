import { expect, test } from 'vitest';
import { ChannelUses } from '../../../src/store/notice/channel-uses.js';
import { Callback } from '../../../src/store/engine/callback.js';
import { ChannelUse } from '../../../src/store/notice/channel-use.js';
import { JournalLine } from '../../../src/store/engine/journal-line.js';
import { Post } from '../../../src/store/notice/post.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('answers are forgotten after 30 days and sent posts after 90; the journal stays', async () => {
  const grid = await aNeighbourhood({ households: 3 });
  await grid.resident(0).says('帮助');
  await grid.inUnit(async unit => {
    await unit.posts.toGroup({ type: 'markdown_v2', text: '旧通知' }, grid.now);
    await unit.posts.toGroup({ type: 'markdown_v2', text: '还没发' }, grid.now);
    const [post] = await unit.posts.waitingForGroup();
    if (post) await unit.posts.markSent(post, grid.now);
  });
  const { manager } = grid.store.dataSource;
  const lines = await manager.count(JournalLine);
  const left = async (days: number): Promise<number[]> => {
    grid.now = new Date(new Date('2026-03-02T10:00:00+08:00').getTime() + days * 86_400_000);
    await grid.scheduler.run('forget-what-is-over');
    await grid.scheduler.run('forget-what-is-over');
    return [await manager.count(Callback), await manager.count(Post)];
  };

  expect(await left(29)).toEqual([1, 2]);
  expect(await left(31)).toEqual([0, 2]);
  expect(await left(91)).toEqual([0, 1]);
  expect(await manager.count(JournalLine)).toBe(lines);
});

test('what counted against a conversation’s budget is forgotten after a day, even where nobody speaks any more', async () => {
  const grid = await aNeighbourhood({ households: 3 });
  const budget = { perMinute: 30, perHour: 1000 };
  await grid.store.inUnit(open => new ChannelUses(open.manager).take('a-silent-group', grid.now, budget));

  grid.now = new Date(grid.now.getTime() + 25 * 3_600_000);
  await grid.scheduler.run('forget-what-is-over');

  expect(await grid.store.dataSource.manager.countBy(ChannelUse, {})).toBe(0);
});
