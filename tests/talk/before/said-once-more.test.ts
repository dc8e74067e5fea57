import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';
import { twoOfEach } from '../../support/two-of-each.js';

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

test('one more receipt behind a receipt is of the same matter, and is read back', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '换水泵', state: 'collecting', budgetFen: 60_000 });
  const cashier = grid.role('cashier');
  await cashier.says('1号收到3号楼2单元301 200元', { chat: 'single' });

  expect(await cashier.says('再来一笔 3号楼1单元102 三百 微信', { chat: 'single' })).toContain(
    '1号「换水泵」收到3号楼1单元102交的300元吗',
  );
});

test('in a group 一样 and 我也跟 say the same as the neighbour before', async () => {
  const grid = await twoOfEach();
  await grid.resident(20).says('1号我出20元');

  expect(await grid.resident(21).says('一样')).toContain('认捐20元吗');
  await grid.resident(21).says('对');
  expect(await grid.resident(22).says('我也跟')).toContain('认捐20元吗');
});

test('that somebody has something to say against what is on display is no vote: it is asked what', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '刷楼道', state: 'plan_published' });
  const speaker = grid.resident(20);

  expect(await speaker.says('刷楼道那个我有意见')).not.toMatch(/同意、反对/u);
  expect(await speaker.says('颜色太深了孩子害怕刷浅一点')).toContain('颜色太深了');
});

test.each(['1号责任查了 早过保修 该业主出', '路灯那个责任也查过了，早过保修 该业主出'])(
  'the ground of a payer check is what was found: %s',
  async words => {
    const grid = await aNeighbourhood();
    await aProject(grid, { state: 'topic_selected', planVersion: 0, planPublishedAt: null, payerCheck: null });

    expect(await grid.role('grid_secretary').says(words, { chat: 'single' })).toContain('依据“早过保修 该业主出”');
  },
);
