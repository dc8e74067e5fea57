import { expect, onTestFinished, test } from 'vitest';
import { ChannelUses } from '../../../src/store/notice/channel-uses.js';
import { aStore } from '../../support/store.js';

const start = Date.parse('2026-03-02T10:00:00+08:00');
const budget = { perMinute: 30, perHour: 1000 };

test('a conversation takes 1000 messages an hour, counted in the record; another one has a budget of its own', async () => {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());
  const take = (channel: string, ms: number): Promise<Date | null> =>
    store.inUnit(open => new ChannelUses(open.manager).take(channel, new Date(start + ms), budget));

  // One every three seconds: 20 a minute, 1000 in 50 minutes.
  await store.inUnit(async open => {
    const uses = new ChannelUses(open.manager);
    for (let count = 0; count < 1000; count += 1)
      expect(await uses.take('full', new Date(start + count * 3000), budget)).toBeNull();
  });

  // The first of them is an hour old then.
  expect(await take('full', 3_000_000)).toEqual(new Date(start + 3_600_000));
  expect(await take('empty', 3_000_000)).toBeNull();
  expect(await take('full', 3_600_000)).toBeNull();
  expect(await take('full', 3_600_001)).toEqual(new Date(start + 3_603_000));
});
