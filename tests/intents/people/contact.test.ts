import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('who is secretary, leader or cashier is told by office and building, the name masked unless it may be shown', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(50);
  const secretary = grid.role('grid_secretary');

  expect(await resident.says('书记是谁')).toContain(`网格书记：${secretary.name[0]}＊`);
  expect(await resident.says('楼长是谁？')).toContain('1号楼楼长：');
  expect(await resident.says('出纳怎么联系')).toContain('出纳：');

  await secretary.says('我承诺：有事随叫随到');
  await secretary.says('亮身份写全名');
  expect(await resident.says('书记是谁')).toContain(`网格书记：${secretary.name}`);
});

test.each([
  ['报修：3号楼2单元楼道灯坏了', '我没有登记，请找：'],
  ['报修：3号楼水管爆了', '打供水抢修或12345'],
  ['报修：闻到煤气味', '到外面打燃气公司抢修电话或119'],
  ['报修：电梯里困了人', '按电梯里的报警按钮'],
])('%s: the emergency first, nothing is recorded, and it can be made a proposal by one number', async (said, words) => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(50);
  const answer = await resident.says(said, { chat: 'single' });

  expect(answer).toContain(words);
  expect(answer).toContain('楼长：');
  expect(await grid.journal()).toEqual([]);
  expect(await resident.says('1', { chat: 'single' })).toContain('已登记为1号提案');
});
