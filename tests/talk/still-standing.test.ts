import { expect, test } from 'vitest';
import type { Neighbourhood } from '../support/neighbourhood.js';
import { twoOfEach } from '../support/two-of-each.js';

/** 1号 collects, 3号 is voted on; resident 20 has just promised and voted. */
async function done(): Promise<Neighbourhood> {
  const grid = await twoOfEach();
  await grid.resident(20).says('3号同意，1号我出150元', { chat: 'single' });
  return grid;
}

test.each(['都记上了吧 票可别记错了', '记下了吧', '刚才记的是150不是1500吧'])(
  'who asks right behind a deed whether it was recorded hears that it stands: %s',
  async words => {
    const grid = await done();

    expect(await grid.resident(20).says(words, { chat: 'single' })).toContain('已经记好了');
  },
);

test('what is to wait stands already, and is taken back by a word', async () => {
  const grid = await done();

  const answer = await grid.resident(20).says('等一下我先问下我对象 先别算', { chat: 'single' });

  expect(answer).toContain('已经记好了');
  expect(answer).toContain('要收回请说');
});

test('an apology to all changes nothing and asks nothing', async () => {
  const grid = await done();

  expect(await grid.resident(20).says('不好意思啊各位', { chat: 'single' })).not.toContain('改');
});
