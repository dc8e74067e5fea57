import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received, theProject } from '../../support/works.js';

const dayMs = 86_400_000;

/** A project with its money, in the works unless told otherwise. */
async function aFundedProject(budgetFen: number, changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { budgetFen, ...changes });
  await received(grid, project, { fen: budgetFen, householdId: 1 });
  return grid;
}

async function approved(grid: Neighbourhood, said: string, request: number): Promise<void> {
  expect(await asksToPay(grid, said)).toContain(`支出申请${request}已提交`);
  await grid.role('bookkeeper').says(`核对申请${request}`);
  await grid.role('community_secretary').says(`批准申请${request}`);
  await grid.role('grid_secretary').says(`批准申请${request}`);
  await grid.role('supervisor').says(`申请${request}无异议`);
  grid.now = new Date(grid.now.getTime() + dayMs);
}

test('a payment is what was approved: other words, another payee or another sum are refused', async () => {
  const grid = await aFundedProject(10_000_000);
  const cashier = grid.role('cashier');
  await approved(grid, '1号申请支出20000元：电缆，付给张记五金', 1);

  for (const said of [
    '1号支出20000元请客吃饭，付给我表弟',
    '1号支出20000元电缆，付给李四',
    '1号支出20000元人工费',
    '1号支出20000元，申请1，人工费',
    '1号支出19999元，申请1，电缆',
  ])
    expect(await cashier.says(said), said).toMatch(/批准的是：20,000元，电缆，付给张记五金/u);
  expect((await grid.posts()).join()).not.toContain('表弟');

  expect(await cashier.says('1号支出20000元，电缆')).toContain('已记支出：1号电缆，付给张记五金20,000元');
  expect((await grid.posts()).at(-1)).toContain('电缆，付给张记五金 20,000元');
  expect(await cashier.says('付申请1')).toContain('已经付过');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('a person who is paid is published masked, and witnesses not at all', async () => {
  const grid = await aFundedProject(1_000_000);
  await approved(grid, '1号申请支出150元：搬运，付给王大力，白条，证明人张三、李四', 1);

  expect(await grid.role('cashier').says('付申请1')).toMatch(/搬运，付给王[＊*]{2}/u);
  expect((await grid.posts()).at(-1)).not.toMatch(/王大力|张三/u);
});

test('two requests of one sum are told apart by their words, or by their number', async () => {
  const grid = await aFundedProject(10_000_000);
  const cashier = grid.role('cashier');
  await approved(grid, '1号申请支出300元：灯泡，付给张记五金', 1);
  await approved(grid, '1号申请支出300元：灯罩，付给张记五金', 2);

  expect(await cashier.says('1号支出300元，付给张记五金')).toContain('有2笔对得上');
  expect(await cashier.says('1号支出300元，灯罩')).toContain('灯罩');
  expect(await cashier.says('付申请1')).toContain('灯泡');
});

test('20 000 yuan need two, one of them the community’s secretary', async () => {
  const grid = await aFundedProject(10_000_000);
  const [secretary, deputy] = [grid.role('grid_secretary'), grid.role('grid_deputy')];
  await asksToPay(grid, '1号申请支出20000元：电缆，付给张记五金');
  await grid.role('bookkeeper').says('核对申请1');

  expect(await secretary.says('批准申请1')).toContain('还要另一位书记批准（要有社区书记）');
  expect(await deputy.says('批准申请1')).toContain('要由社区书记批准');
  expect(await grid.role('community_secretary').says('批准申请1')).toContain('已批准');
});

test('500, 499 and 498 yuan to one payee count together within 30 days, whoever is not named too', async () => {
  const grid = await aFundedProject(10_000_000);
  const secretary = grid.role('grid_secretary');
  for (const said of [
    '500元：灯泡，付给张记五金',
    '499元：灯罩，付给张记五金店',
    '498元：灯座',
    '400元：运费，付给顺达货运',
  ])
    await asksToPay(grid, `1号申请支出${said}`);
  for (const request of [1, 2, 3, 4]) await grid.role('bookkeeper').says(`核对申请${request}`);

  expect(await secretary.says('批准申请1')).toContain('已批准');
  for (const request of [2, 3]) expect(await secretary.says(`批准申请${request}`)).toContain('要由社区书记批准');
  // Another payee, but somebody unnamed stands before it.
  expect(await secretary.says('批准申请4')).toContain('要由社区书记批准');
  expect(await grid.role('community_secretary').says('批准申请2')).toContain('30天内合起来999元');
  grid.now = new Date(grid.now.getTime() + dayMs);
  // Paid first, the larger one makes the smaller one lack an approval.
  expect(await grid.role('cashier').says('付申请2')).toContain('已记支出');
  expect(await grid.role('cashier').says('付申请1')).toContain('30天内合起来是999元');
  expect(await grid.role('community_secretary').says('批准申请1')).toContain('已批准');
  grid.now = new Date(grid.now.getTime() + dayMs);
  expect(await grid.role('cashier').says('付申请1')).toContain('已记支出');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('after 30 days a payee is counted anew', async () => {
  const grid = await aFundedProject(10_000_000);
  await approved(grid, '1号申请支出500元：灯泡，付给张记五金', 1);
  await grid.role('cashier').says('付申请1');
  grid.now = new Date(grid.now.getTime() + 31 * dayMs);
  await asksToPay(grid, '1号申请支出499元：灯罩，付给张记五金');
  await grid.role('bookkeeper').says('核对申请2');

  expect(await grid.role('grid_secretary').says('批准申请2')).toContain('已批准');
});

test('an open fault, works that stand still and a missing voucher keep a payment; the community’s secretary may say why not, in public', async () => {
  const grid = await aFundedProject(10_000_000);
  const [supervisor, cashier, community] = [
    grid.role('supervisor'),
    grid.role('cashier'),
    grid.role('community_secretary'),
  ];
  await supervisor.says('1号限期整改：水泥标号不对');
  await approved(grid, '1号申请支出300元：灯泡', 1);
  expect(await cashier.says('付申请1')).toContain('整改1还没有复查通过');
  await grid.role('contractor').says('整改1完成');
  await supervisor.says('复查1通过');
  await supervisor.says('1号叫停：电线裸露');
  expect(await cashier.says('付申请1')).toContain('停工中（电线裸露）');
  await supervisor.says('1号复工');
  expect(await cashier.says('付申请1')).toContain('已记支出');

  await grid.role('building_leader').says('1号申请支出310元：灯罩');
  expect(await cashier.says('1号支出310元，灯罩')).toContain('待会计核对');
  await grid.role('bookkeeper').says('核对申请2');
  await community.says('批准申请2');
  grid.now = new Date(grid.now.getTime() + dayMs);
  expect(await cashier.says('付申请2')).toContain('还没有发票或收据的照片');
  expect(await grid.role('grid_secretary').says('申请2照付：先付')).toContain('社区书记');
  expect(await community.says('申请2照付：店家月底统一开票')).toContain('可以照付');
  expect((await grid.posts()).at(-1)).toMatch(/照付公开[^]*缺发票或收据[^]*店家月底统一开票/u);
  // A release is from what stood there then, and from nothing that comes later.
  await supervisor.says('1号叫停：又裸露了');
  expect(await cashier.says('付申请2')).toContain('停工中');
  await supervisor.says('1号复工');
  expect(await cashier.says('付申请2')).toContain('已记支出');
  expect((await grid.posts()).at(-1)).toContain('缺凭据，待补');
  await grid.role('building_leader').sends('月底的发票');
  await grid.role('building_leader').says('补凭据2', { chat: 'single' });
  await grid.role('bookkeeper').says('1号收支');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('nothing is paid without a supervision team', async () => {
  const grid = await aFundedProject(1_000_000);
  await asksToPay(grid, '1号申请支出300元：灯泡');
  await grid.role('bookkeeper').says('核对申请1');
  await grid.role('community_secretary').says('批准申请1');
  grid.now = new Date(grid.now.getTime() + dayMs);
  await grid.inUnit(async unit => {
    await unit.supervision.keepTeam({
      gridId: unit.grid.id,
      projectId: 1,
      memberIds: [21],
      setById: 1,
      setAt: grid.now,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await grid.role('cashier').says('付申请1')).toContain('还没有监管小组（现在1人');
});

test.each([
  ['进度款，拆旧完成', '还没有定工期，不能付进度款'],
  ['工程款', '没有定工期，竣工验收前最多付到合同（报价或预算）的30%，现在还能付70,800元'],
])('200 000 of 236 000 yuan as “%s” with no schedule: %s', async (purpose, answer) => {
  const grid = await aFundedProject(23_600_000);

  expect(await asksToPay(grid, `1号申请支出200000元：${purpose}`)).toContain(answer);
});

test('before the acceptance a contract is paid to its advance and what the team has accepted', async () => {
  const grid = await aFundedProject(23_600_000);
  const [leader, supervisor] = [grid.role('building_leader'), grid.role('supervisor')];
  await grid.role('grid_secretary').says('1号工期：拆旧4月10日20%，装管4月25日50%，试压5月5日30%');

  expect(await asksToPay(grid, '1号申请支出70800.01元：工程款')).toContain('现在还能付70,800元');
  expect(await asksToPay(grid, '1号申请支出70800元：工程款')).toContain('已提交');
  await leader.says('1号节点完成：拆旧');
  expect(await asksToPay(grid, '1号申请支出1元：工程款')).toContain('验收过的节点占0%');
  await supervisor.says('1号节点验收：拆旧');
  expect(await asksToPay(grid, '1号申请支出47200.01元：工程款')).toContain('现在还能付47,200元');
  expect(await asksToPay(grid, '1号申请支出47200元：工程款')).toContain('已提交');
});

test('stopped works report no progress and no milestone', async () => {
  const grid = await aFundedProject(1_000_000);
  await grid.role('grid_secretary').says('1号工期：拆旧4月10日，装管4月25日');
  await grid.role('supervisor').says('1号叫停：电线裸露');

  expect(await grid.role('grid_secretary').says('1号进度：继续，完成50%')).toContain('停工中（电线裸露）');
  expect(await grid.role('building_leader').says('1号节点完成：拆旧')).toContain('停工中');
  expect((await theProject(grid, 1)).percent).toBe(0);
  await grid.role('supervisor').says('1号复工');
  expect(await grid.role('grid_secretary').says('1号进度：继续，完成50%')).toContain('完成50%');
});

test('works are finished, and accepted, when every milestone is reached', async () => {
  const grid = await aFundedProject(1_000_000);
  await grid.role('grid_secretary').says('1号工期：拆旧4月10日，装管4月25日，试压5月5日');
  await grid.role('building_leader').says('1号节点完成：拆旧');

  expect(await grid.role('grid_secretary').says('1号进度：都好了，完成100%')).toContain('还有节点没完成：装管、试压');
  expect((await theProject(grid, 1)).state).toBe('in_progress');
  // As a record of an earlier version has it.
  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (project) await unit.projects.moveTo(project, 'completed_pending_acceptance', grid.now);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  expect(await grid.role('supervisor').says('1号验收合格')).toContain('还有节点没完成');
  for (const name of ['装管', '试压']) await grid.role('building_leader').says(`1号节点完成：${name}`);
  expect(await grid.role('supervisor').says('1号验收合格')).toContain('已记下您对1号的意见');
});
