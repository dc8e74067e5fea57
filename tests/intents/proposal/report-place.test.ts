import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';

// Resident 20 lives at 1号楼3单元101, 36 at 2号楼1单元401.
test.each([
  [20, '我们单元的电梯今天一直停在三楼不动', '1号楼3单元，电梯'],
  [20, '电梯卡在6楼，门打不开', '1号楼，电梯'],
  [36, '三楼灯坏了', '2号楼，楼道和小区照明'],
  [36, '我家楼上四楼漏水漏到我家厨房了', '2号楼，供水管道'],
  [20, '5层楼道堆满了杂物', '1号楼，环境卫生'],
  [36, '七楼水管爆了，水往下流', '2号楼，供水管道'],
  [36, '三楼301门口的灯不亮', '2号楼，楼道和小区照明'],
  [20, '我们单元二楼的灯又不亮了', '1号楼3单元，楼道和小区照明'],
  // What is said to be a building is one.
  [36, '3号楼三楼灯坏了', '3号楼，楼道和小区照明'],
  [36, '3楼2单元灯坏了', '3号楼2单元，楼道和小区照明'],
  [36, '报事：三栋的灯坏了', '3号楼，楼道和小区照明'],
  [36, '2楼后面的灯不亮', '2号楼，楼道和小区照明'],
  // What cannot wait is not held up, and is put at no building that nobody said.
  [36, '3楼后面的井盖碎了', '小区公共部位，道路和地面'],
])('a storey is no building: resident %i says %s', async (resident, said, where) => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(resident).says(said)).toContain(`记为**报事1**：${where}`);
});

test('behind 3楼后面 of who lives elsewhere it is asked which building is meant', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(36);

  expect(await resident.says('3楼后面的路灯不亮')).toContain('请问是几号楼？');
  expect(await grid.journal()).toEqual([]);
  expect(await resident.says('3号楼')).toContain('**报事1**：3号楼');
});

test('a lamp that went out is told, though a neighbour has a job about a lamp', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(23).says('3单元二楼的灯我来盯');

  expect(await grid.resident(25).says('我们单元三楼的灯也不亮了')).toContain('**报事1**：1号楼3单元');
});

test.each([
  ['单元门锁坏了，门口地砖也碎了两块', '单元门锁坏了，门口地砖也碎了两块'],
  ['报个事，花坛的椅子断了一条腿，还有旁边的灯不亮', '花坛的椅子断了一条腿，还有旁边的灯不亮'],
  ['门禁失灵，另外垃圾桶盖子碎了', '门禁失灵，另外垃圾桶盖子碎了'],
  ['车棚灯不亮，还有充电桩也坏了一个，大家都没法充电', '充电桩也坏了一个，大家都没法充电'],
  ['5层楼道堆满了杂物', '5层楼道堆满了杂物'],
])('who sees to it hears both halves of “%s”', async (said, whole) => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(36);
  await resident.says(said, { chat: 'single' });

  expect(await resident.says('报事1', { chat: 'single' })).toContain(whole);
});

test('a vote beside the trouble is not told with it', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(36);
  await resident.says('车棚灯不亮了，1号提案我可是投了同意的', { chat: 'single' });
  await resident.says('是', { chat: 'single' });

  expect(await resident.says('报事1', { chat: 'single' })).not.toContain('同意');
});
