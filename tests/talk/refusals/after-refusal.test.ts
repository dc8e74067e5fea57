import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received } from '../../support/works.js';

/** A request of 860 yuan that was approved two days ago. */
async function approved(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { budgetFen: 2_000_000, state: 'accepted', acceptedAt: grid.now });
  await received(grid, project, { fen: 2_000_000, source: 'subsidy' });
  await asksToPay(grid, '1号申请支出860元：灯泡二十只，付给张记五金');
  await grid.role('bookkeeper').says('核对申请1');
  await grid.role('community_secretary').says('批准申请1');
  grid.now = new Date(grid.now.getTime() + 48 * 3_600_000);
  return grid;
}

async function spent(grid: Neighbourhood): Promise<boolean> {
  return (await grid.journal()).includes('funds.spend');
}

test.each([
  ['申请1那笔我打过去了，850', '哦我又看了眼回单，是860，张记五金'],
  ['申请1的钱转给张记五金了，850元', '看错了，860元'],
  ['申请1付了，八百五', '不对，八百六'],
])('“%s” is not what was approved; “%s” is, and it is paid once, on a yes', async (wrong, right) => {
  const grid = await approved();
  const cashier = grid.role('cashier');

  expect(await cashier.says(wrong, { chat: 'single' })).toMatch(/和批准的不一样[^]*860元/u);
  expect(await cashier.says('抹了十块零头不行吗', { chat: 'single' })).toContain('还是不行，没有记');
  expect(await spent(grid)).toBe(false);
  expect(await cashier.says(right, { chat: 'single' })).toMatch(/您是要付申请1（[^]*860元/u);
  expect(await spent(grid)).toBe(false);
  expect(await cashier.says('是', { chat: 'single' })).toContain('已记支出');
});

test.each(['申请1还没打过去', '申请1的钱打过去了吗', '要是申请1付了就好了', '今天天气不错，行不行都一样'])(
  '“%s” pays nothing',
  async words => {
    const grid = await approved();

    await grid.role('cashier').says(words, { chat: 'single' });
    await grid.role('cashier').says('是', { chat: 'single' });

    expect(await spent(grid)).toBe(false);
  },
);

test.each(['58我翻过单子了，没毛病', '59那张凭证核过了，没问题', '200那笔我对过流水了'])(
  '“%s” of who checks the books is no promise of the own household',
  async words => {
    const grid = await aNeighbourhood();
    await aProject(grid, { title: '装路灯', state: 'pledging' });
    const bookkeeper = grid.role('bookkeeper');

    expect(await bookkeeper.says(words)).not.toContain('认捐');
    await bookkeeper.says('是');

    expect(await grid.journal()).not.toContain('pledge.money');
  },
);
