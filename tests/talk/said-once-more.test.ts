import { expect, test } from 'vitest';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';
import { twoOfEach } from '../support/two-of-each.js';

test.each<readonly [string, RegExp]>([
  ['一共500', /对账完成：2笔，共500元/u],
  ['合计五百', /对账完成/u],
  ['是500', /对账完成/u],
  ['一共400', /对不上：您说400元/u],
])(
  'to the sum that was read back “%s” is a yes where it is the same, and corrects it where not',
  async (words, answer) => {
    const grid = await aNeighbourhood();
    await aProject(grid, { title: '换水泵', state: 'collecting', budgetFen: 60_000 });
    const cashier = grid.role('cashier');
    await cashier.says('1号收到3号楼2单元301 200元', { chat: 'single' });
    await cashier.says('1号收到3号楼1单元102 300元', { chat: 'single' });
    const bookkeeper = grid.role('bookkeeper');

    expect(await bookkeeper.says('银行单子我看了 两笔都对上了', { chat: 'single' })).toContain('共500元');
    expect(await bookkeeper.says(words, { chat: 'single' })).toMatch(answer);
  },
);

test('一共 behind a promise that adds to another one says the whole, and is read back', async () => {
  const grid = await twoOfEach();
  const speaker = grid.resident(20);
  await speaker.says('1号我出100元');

  expect(await speaker.says('听说1号还差钱，我家再出50吧，可能少了点')).toContain('一共150元吗');
  expect(await speaker.says('总共50')).toContain('改为认捐50元吗');
});
