import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

const home = ({ known }: { known: { building: string; unit: string; room: string } | undefined }): string =>
  `${known?.building ?? ''}号楼${known?.unit ?? ''}单元${known?.room ?? ''}`;

async function collecting(changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await aProject(grid, {
    state: 'collecting',
    budgetFen: 300_000,
    round: { targetFen: 300_000, minimumFen: 0 },
    ...changes,
  });
  return grid;
}

test('the same receipt within minutes is asked of the cashier, not of the payer, and kept only on a yes', async () => {
  const grid = await collecting();
  const payer = grid.resident(40);
  const cashier = grid.role('cashier');
  const receipt = `1号收到${home(payer)} 200元`;

  expect(await cashier.says(receipt)).toContain('已入账');
  expect(await cashier.says(receipt)).toContain('刚才已经记过一笔一样的（第1号凭证）。这是另外一笔吗？');
  expect(await grid.postsTo(payer.userid)).toHaveLength(1);
  expect(await cashier.says('不是')).not.toContain('已入账');
  await cashier.says(receipt);
  expect(await cashier.says('是')).toContain('第2号凭证');

  grid.now = new Date(grid.now.getTime() + 11 * 60_000);
  expect(await cashier.says(receipt)).toContain('第3号凭证');
});

test('the same money of another source within minutes is asked, too', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  await cashier.says('1号奖补资金到账1000元');

  expect(await cashier.says('1号奖补资金到账1000元')).toContain('刚才已经记过一笔一样的');
});

test('what was taken back and is recorded rightly is no second time', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  const receipt = `1号收到${home(grid.resident(40))} 200元`;
  await cashier.says(receipt);
  await cashier.says('冲销凭证1：记错了项目');

  expect(await cashier.says(receipt)).toContain('已入账');
});

test('money of a household outside the scope that promised nothing is asked', async () => {
  const payer = (grid: Neighbourhood) => grid.resident(117);
  const grid = await collecting({ scope: [{ building: '1' }] });
  const cashier = grid.role('cashier');

  expect(await cashier.says(`1号收到${home(payer(grid))} 200元`)).toMatch(/＊＊不在1号的范围里，也没有认捐/u);
  expect(await cashier.says('是')).toContain('已入账');
});

test('a payer whose receipt was taken back hears the right sum, and nothing that was true before', async () => {
  const grid = await collecting();
  const payer = grid.resident(40);
  await payer.says('1号我出1200元');
  const cashier = grid.role('cashier');
  await cashier.says(`1号收到${home(payer)} 1000元`);
  await cashier.says(`1号收到${home(payer)} 200元`);
  await cashier.says('冲销凭证3：重复登记');

  const told = await payer.opensPrivateChat();

  expect(told).toContain('收到您家给1号交的1,000元');
  expect(told).toContain('第3号凭证200元记错了，已经冲销（重复登记）');
  expect(told).toContain('您家现在合计交了1,000元，认捐1,200元');
  expect(told).not.toContain('合计交了1,200元');
});

test('a reminder of what is unpaid is not read beside the receipt, and never twice', async () => {
  const grid = await collecting();
  const payer = grid.resident(40);
  await payer.says('1号我出1000元');
  await grid.until('2026-03-09T12:00:00+08:00');
  expect((await grid.postsTo(payer.userid)).filter(text => text.includes('还有1,000元没有交'))).toHaveLength(2);
  await grid.role('cashier').says(`1号收到${home(payer)} 1000元`);

  const told = await payer.opensPrivateChat();

  expect(told).not.toContain('还有1,000元没有交');
  expect(told).toContain('收到您家给1号交的1,000元');
});

test('a pledge that is withdrawn while money is coming in does not open the round again', async () => {
  const grid = await collecting({
    budgetFen: 40_000,
    round: { targetFen: 40_000, minimumFen: 40_000 },
    state: 'pledging',
  });
  const [first, second] = [grid.resident(40), grid.resident(41)];
  for (const who of [first, second]) await who.says('1号我出200元');
  await grid.role('cashier').says(`1号收到${home(first)} 200元`);

  await second.says('撤回1号认捐');
  if (second.last.text.includes('回复“是”')) await second.says('是');

  expect(second.last.text).toContain('已撤回');
  expect((await theProject(grid, 1)).state).toBe('collecting');
});

test('the same sum of a home that has paid all that it promised is asked, however long ago it was', async () => {
  const grid = await collecting();
  const payer = grid.resident(40);
  await payer.says('1号我出200元');
  const cashier = grid.role('cashier');
  expect(await cashier.says(`1号收到${home(payer)} 200元`)).toContain('已入账');

  grid.now = new Date(grid.now.getTime() + 26 * 3_600_000);
  const asked = await cashier.says(`1号收到${home(payer)} 200元`);
  expect(asked).toContain('认捐的已经交齐');
  expect(asked).toContain('已经记过一笔一样的');
  // Another sum is nothing of the kind.
  await cashier.says('不是');
  expect(await cashier.says(`1号收到${home(payer)} 50元`)).toContain('已入账');
});
