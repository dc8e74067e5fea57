import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received, reconciles, theProject } from '../../support/works.js';

/** An accepted project of 305 025.43 yuan, of which residents gave some. */
const accepted = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid, {
    state: 'accepted',
    percent: 100,
    acceptedAt: grid.now,
    budgetFen: 30_502_543,
  });
  for (const householdId of [1, 2]) await received(grid, project, { fen: 15_251_271, householdId });
  return grid;
});

const accounts = async (grid: Neighbourhood): Promise<string[]> =>
  (await grid.posts()).filter(text => text.includes('决算公示'));

test('the accounts wait for an approved payment that is in its hold; who has to pay is told every morning, with the days left', async () => {
  const grid = await accepted();
  const cashier = grid.role('cashier');
  await asksToPay(grid, '1号申请支出170000元：工程款，付给宏达工程队');
  await grid.role('bookkeeper').says('核对申请1');
  for (const role of ['community_secretary', 'grid_secretary'] as const) await grid.role(role).says('批准申请1');
  await grid.role('supervisor').says('申请1无异议');

  await grid.until('2026-03-03T09:30:00+08:00');
  await grid.scheduler.run('publish-final-accounts');
  expect(await accounts(grid)).toEqual([]);
  const told = (await grid.postsTo(cashier.userid)).filter(text => text.includes('决算要等'));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/还剩3天[^]*支出申请1（170,000元，工程款，付给宏达工程队）批准了还没付，发送“付申请1”/u);
  expect(await grid.resident(30).says('1号进度')).toMatch(/决算等这些办完[^]*支出申请1[^]*出纳办/u);

  await grid.until('2026-03-03T10:30:00+08:00');
  expect(await cashier.says('付申请1')).toContain('已记支出');
  await grid.until('2026-03-04T10:00:00+08:00');
  expect((await accounts(grid))[0]).toMatch(/实际170,000元[^]*1笔支出都有凭据[^]*居民135,025.42元/u);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('the accounts wait for what the bookkeeper has not found yet, and nothing of it is lost', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await aProject(grid, { state: 'accepted', percent: 100, acceptedAt: grid.now, budgetFen: 1_000_000 });
  await grid.role('cashier').says('1号收到1号楼1单元101 9000元');

  await grid.until('2026-03-06T09:30:00+08:00');
  expect(await accounts(grid)).toEqual([]);
  const told = (await grid.postsTo(grid.role('bookkeeper').userid)).filter(text => text.includes('决算要等'));
  expect(told).toHaveLength(4);
  expect(told.at(-1)).toMatch(/已经晚了1天[^]*收到的9000元还没对账，发送“1号对账无误，共9000元”/u);

  await reconciles(grid, 1);
  await grid.until('2026-03-07T09:30:00+08:00');
  expect((await accounts(grid))[0]).toContain('实收9,000元');
});

test('the accounts wait for a fault that nobody has seen mended, and for a voucher; each belongs to somebody', async () => {
  const grid = await accepted();
  await grid.inUnit(async unit => {
    const found = {
      projectId: 1,
      text: '漏水',
      dueOn: '2026-03-01',
      state: 'mended' as const,
      foundById: 1,
      foundAt: grid.now,
    };
    await unit.supervision.addFinding(found);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.role('building_leader').says('1号申请支出300元：灯泡');
  await grid.role('bookkeeper').says('核对申请1');
  await grid.role('community_secretary').says('批准申请1');
  await grid.role('community_secretary').says('申请1照付：发票月底补');
  await grid.until('2026-03-03T10:30:00+08:00');
  await grid.role('cashier').says('付申请1');
  await grid.until('2026-03-04T09:30:00+08:00');

  expect(await accounts(grid)).toEqual([]);
  expect((await grid.postsTo(grid.role('supervisor').userid)).at(-1)).toContain('整改1还没复查，发送“复查1通过”');
  await grid.role('supervisor').says('复查1通过');
  await grid.until('2026-03-05T09:30:00+08:00');
  // That the voucher is late was said in public; the accounts say so too.
  expect((await accounts(grid))[0]).toMatch(/施工期间没有巡查记录[^]*1笔支出中\*\*1笔缺凭据，社区书记公开说明过原因/u);
});

test('after the final accounts nothing is asked for, paid or taken back any more', async () => {
  const grid = await accepted();
  await asksToPay(grid, '1号申请支出300元：灯泡，付给张记五金');
  await grid.role('bookkeeper').says('核对申请1');
  await grid.role('community_secretary').says('批准申请1');
  await grid.until('2026-03-03T10:30:00+08:00');
  await grid.role('cashier').says('付申请1');
  await grid.until('2026-03-04T09:30:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('settlement_published');

  expect(await asksToPay(grid, '1号申请支出30元：灯泡')).toContain('决算公示');
  for (const [voucher, way] of [
    [1, '写明是哪一笔收款'],
    [3, '由收款方退回'],
  ])
    expect(await grid.role('bookkeeper').says(`冲销凭证${voucher}：记错了`)).toMatch(
      new RegExp(`决算已经公示.*${way}`, 'u'),
    );
});

test('money kept back for the warranty keeps a project from the archive until it is paid', async () => {
  const grid = await accepted();
  await asksToPay(grid, '1号申请支出305025.42元：工程款，付给宏达工程队，留质保金3%，到2026年4月1日');
  await grid.role('bookkeeper').says('核对申请1');
  for (const role of ['community_secretary', 'grid_secretary'] as const) await grid.role(role).says('批准申请1');
  await grid.role('supervisor').says('申请1无异议');
  await grid.until('2026-03-03T10:30:00+08:00');
  expect(await grid.role('cashier').says('付申请1')).toContain('已记支出');

  await grid.until('2026-04-02T10:00:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('settlement_published');
  expect(await grid.role('cashier').says('付申请1质保金')).toContain('已付质保金');
  await grid.until('2026-04-03T10:00:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('closed');
});
