import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { summaryOf } from '../../../src/domain/funds/ledger.js';
import { usualLook } from '../../../src/publish/look.js';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import type { Project } from '../../../src/store/proposal/project.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, asksToPay, paid, received, reconciles, spends, theProject } from '../../support/works.js';

/** A project to which three households paid 300, 450 and 150 yuan. */
async function collected(changes: Partial<Project> = {}): Promise<{ grid: Neighbourhood; project: Project }> {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { state: 'collecting', budgetFen: 200_000, ...changes });
  for (const [householdId, fen] of [
    [21, 30_000],
    [22, 45_000],
    [23, 15_000],
  ] as const)
    await received(grid, project, { fen, householdId });
  return { grid, project };
}

function address({ known }: Person): string {
  return `${known?.building ?? 0}号楼${known?.unit ?? 0}单元${known?.room ?? ''}`;
}

async function summary(grid: Neighbourhood, project: Project) {
  return grid.inUnit(async unit => summaryOf(await unit.ledger.balances(project.id)));
}

async function cancels(grid: Neighbourhood, reason = '施工方退出'): Promise<string> {
  const secretary = grid.role('community_secretary');
  const asked = await secretary.says(`1号终止：${reason}`);
  return asked.includes('确定终止吗') ? secretary.says('是') : asked;
}

test('given up before anything was spent: promises are released, every household gets all of it back', async () => {
  const { grid, project } = await collected();
  await grid.resident(30).says('1号我出500元');

  expect(await grid.role('grid_secretary').says('1号终止：不做了')).toContain('社区书记');
  expect(await grid.role('community_secretary').says('1号终止：不做了')).toContain('居民的余款900元要退回。确定终止吗');
  expect((await theProject(grid, 1)).state).toBe('collecting');
  expect(await grid.role('community_secretary').says('是')).toContain('已终止');

  const post = (await grid.posts()).at(-1) ?? '';
  expect(post).toContain('【项目终止】1号');
  expect(post).toContain('居民的900元按实交比例退还3户');
  expect(post).toContain('退款3月23日（周一）24:00前到账');
  expect((await grid.postsTo(grid.role('cashier').userid)).at(-1)).toContain('1号支出余款退款900元');
  expect(await summary(grid, project)).toMatchObject({ pledgedFen: 0, balanceFen: 90_000 });
  await grid.until('2026-03-24T10:00:00+08:00');
  expect((await grid.postsTo(grid.role('grid_secretary').userid)).at(-1)).toContain(
    '1号 余款900元：应在3月23日（周一）前退清',
  );
  expect(await grid.role('cashier').says('1号收到3号楼2单元301 100元')).toContain('已终止');
  expect(await grid.role('cashier').says('1号支出余款退款900元')).toContain('退给3户');
  expect((await grid.postsTo(grid.resident(21).userid)).at(-1)).toContain('项目终止，退还您家450元');
  expect(await summary(grid, project)).toMatchObject({ refundedFen: 90_000, balanceFen: 0 });
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('whoever says only that all is paid back is asked with the sum, which is known', async () => {
  const { grid, project } = await collected();
  await cancels(grid);
  const cashier = grid.role('cashier');
  const asked = await cashier.says('1号余款退完了，就3号楼2单元402的没送到，家里没人');
  expect(asked).toContain('900元');
  expect(asked).not.toContain('402元');
  expect(await summary(grid, project)).toMatchObject({ refundedFen: 0 });
});

test.each(['900.01元', '1000000元', '899.99元', '450元'])(
  'a refund of %s where 900 yuan were paid is refused in a sentence, and nothing is half booked',
  async said => {
    const { grid, project } = await collected();
    await cancels(grid);
    const deeds = await grid.journal();

    expect(await grid.role('cashier').says(`1号支出余款退款${said}`)).toContain('应退居民余款900元，要一次退清');
    expect(await grid.journal()).toEqual(deeds);
    expect(await summary(grid, project)).toMatchObject({ refundedFen: 0, balanceFen: 90_000 });
  },
);

test('given up after some was spent: the rest goes back in proportion, once a supervisor has seen the accounts', async () => {
  const { grid, project } = await collected({ state: 'in_progress' });
  await received(grid, project, { fen: 20_000, source: 'subsidy' });
  await paid(grid, project, { fen: 30_000, why: '拆旧' });

  expect(await cancels(grid)).toContain('1号终止账目无异议');
  const cashier = grid.role('cashier');
  expect(await cashier.says('1号支出余款退款800元')).toContain('先由监管小组看过账');
  expect(await grid.resident(40).says('1号终止账目无异议')).toContain('监管小组');
  expect(await grid.role('supervisor').says('1号终止账目无异议')).toContain('可以退余款了');
  expect(await cashier.says('1号支出余款退款900元')).toContain('800元');
  expect(await cashier.says('1号支出余款退款800元')).toContain('退给3户');

  expect((await grid.postsTo(grid.resident(21).userid)).at(-1)).toContain('400元');
  expect(await summary(grid, project)).toMatchObject({ spentFen: 30_000, balanceFen: 0 });
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('who watches over another project clears no account of this one, and is given no dossier of it', async () => {
  const { grid, project } = await collected({ state: 'in_progress' });
  await paid(grid, project, { fen: 30_000, why: '拆旧' });
  await aProject(grid, { title: '修屋顶', state: 'in_progress' });
  const [one, two, three] = [grid.resident(50), grid.resident(51), grid.resident(52)];
  const secretary = grid.role('grid_secretary');
  expect(await secretary.says(`2号监管小组：${one.name}、${two.name}、${three.name}`)).toContain('监管小组3人');
  await cancels(grid);

  expect(await one.says('1号终止账目无异议')).toContain('不在1号的监管小组');
  expect(await grid.role('cashier').says('1号支出余款退款600元')).toContain('先由监管小组看过账');
  expect(await one.says('1号档案', { chat: 'single' })).toContain('不在1号的监管小组');
  expect(await one.says('2号档案', { chat: 'single' })).toContain('/dossier/');
});

test('what was approved is paid before a project is given up; what was only asked for falls away', async () => {
  const { grid } = await collected({ state: 'in_progress' });
  const leader = grid.role('building_leader');
  await asksToPay(grid, '1号申请支出100元：拆旧');
  await leader.says('1号申请支出50元：运输');
  await grid.role('bookkeeper').says('核对申请1');
  await grid.role('grid_secretary').says('批准申请1');

  expect(await cancels(grid)).toContain('支出申请1已经批准，还没有付');
  grid.now = new Date(grid.now.getTime() + 86_400_000);
  await grid.role('cashier').says('1号支出100元，拆旧');
  expect(await cancels(grid)).toContain('已终止');
  expect(await leader.says('支出申请')).toContain('没有等待付款');
});

test('what the bookkeeper has not found is reconciled or taken back before anything is refunded', async () => {
  const { grid } = await collected();
  const cashier = grid.role('cashier');
  await cashier.says(`1号收到${address(grid.resident(24))} 60元`);
  await cancels(grid);

  expect(await cashier.says('1号支出余款退款900元')).toContain('还有60元没有对账');
  await reconciles(grid, 1);
  expect(await cashier.says('1号支出余款退款960元')).toContain('退给4户');
  const [{ no = 0 } = {}] = await grid.inUnit(unit => unit.ledger.entriesOf(1, 25));
  expect(await grid.role('bookkeeper').says(`冲销凭证${no}：记错了`)).toContain('不能直接冲销');
});

test('a surplus goes where the plan says, and is said on the plan; other money goes back to its source', async () => {
  const { grid, project } = await collected({ state: 'topic_selected' });
  const secretary = grid.role('grid_secretary');
  expect(await grid.resident(40).says('1号余款转给维修资金')).toContain('书记');
  expect(await secretary.says('1号余款转给维修资金')).toContain('方案公示里会写明');
  await received(grid, project, { fen: 20_000, source: 'subsidy' });
  expect(await secretary.says('发布1号方案：立灯杆，预算2000元')).toContain('已公示');
  expect((await grid.posts()).at(-1)).toContain('余款转给维修资金；不足的不摊派');
  expect(await secretary.says('1号余款退还各户')).toContain('请发送“发布1号方案”');
  await secretary.says('1号余款转给维修资金');

  await grid.inUnit(async unit => {
    const own = await unit.projects.byNo(1);
    if (own) await unit.projects.keep(Object.assign(own, { state: 'accepted', percent: 100, acceptedAt: grid.now }));
    // The steps between are not told here: the journal has them, or the record would not prove itself.
    for (const deed of ['emergency.confirm', 'progress.report', 'project.accept'])
      unit.journal.add(deed, { by: 'operator', at: grid.now, facts: { no: 1 } });
  });
  await grid.until('2026-03-03T10:00:00+08:00');
  const cashier = grid.role('cashier');
  expect((await grid.postsTo(cashier.userid)).at(-1)).toMatch(
    /按方案转给维修资金.*1号余款转出900元[^]*1号支出退回原渠道200元/,
  );
  expect((await grid.posts()).at(-1)).toContain('居民900元按方案转给维修资金');

  expect(await cashier.says('1号支出余款退款900元')).toContain('余款转给维修资金，不退现金');
  expect(await cashier.says('1号余款转出899元')).toContain('900元');
  expect(await cashier.says('1号余款转出900元')).toContain('按方案转给维修资金');
  expect(await cashier.says('1号退回原渠道100元')).toContain('200元');
  expect(await cashier.says('1号支出退回原渠道200元')).toContain('退回原渠道');
  expect(await summary(grid, project)).toMatchObject({ passedFen: 90_000, refundedFen: 20_000, balanceFen: 0 });
  expect(await verify(grid.store, () => undefined)).toBe(true);
  await grid.until('2026-03-12T10:00:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('closed');
});

test('a share of less than a yuan may be left to the next project by who asks for it; all others get theirs', async () => {
  const { grid, project } = await collected({ state: 'in_progress', budgetFen: 90_000 });
  await paid(grid, project, { fen: 89_800, why: '灯杆' });
  await grid.inUnit(async unit => {
    const own = await unit.projects.byNo(1);
    if (own) await unit.projects.keep(Object.assign(own, { state: 'accepted', percent: 100, acceptedAt: grid.now }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.until('2026-03-03T10:00:00+08:00');
  const [small, whole] = [grid.resident(20), grid.resident(21)];

  expect((await grid.postsTo(small.userid)).join('\n')).toContain(
    '退您家0.67元。不想为零头跑一趟，可以发送“1号零头留给下个项目”',
  );
  expect((await grid.postsTo(whole.userid)).join()).not.toContain('零头');
  expect(await whole.says('1号零头留给下个项目')).toContain('没有您家不到1元的余款');
  expect(await small.says('1号零头留给下个项目')).not.toContain('0.67');
  expect(await small.says('1号零头留给下个项目')).toContain('没有您家不到1元的余款');
  expect(await grid.role('cashier').says('1号支出余款退款1.33元')).toContain('退给2户');

  expect(await summary(grid, project)).toMatchObject({ refundedFen: 133, passedFen: 67, balanceFen: 0 });
  expect(await small.says('1号我的钱花到哪了', { chat: 'single' })).toMatch(
    /留给下个项目：0\.67元[^]*合计300元，与您家交的一致/,
  );
  expect(await whole.says('1号我的钱花到哪了', { chat: 'single' })).toContain('合计450元，与您家交的一致');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('a refund that could not be handed over waits for its household, and nobody else learns whose it is', async () => {
  const { grid, project } = await collected();
  const cashier = grid.role('cashier');
  await cancels(grid);
  await cashier.says('1号支出余款退款900元');
  const [one, nobody] = [grid.resident(21), grid.resident(60)];

  expect(await cashier.says(`1号退款没送到：${address(nobody)}`)).toContain('没有退给这一户的钱');
  expect(await cashier.says(`1号退款没送到：${address(one)}`)).toContain('450元退款替这一户存着');
  expect((await grid.postsTo(one.userid)).at(-1)).toContain('3年内随时可以领');
  const post = (await grid.posts()).at(-1) ?? '';
  expect(post).toContain('公告30天');
  expect(post).not.toContain(one.known?.room ?? '?');
  const page = await grid.inUnit(unit =>
    projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now, look: usualLook }),
  );
  expect(page).toContain('结余里有450元退款等待领取');
  expect(await summary(grid, project)).toMatchObject({ refundedFen: 45_000, unclaimedFen: 45_000, balanceFen: 45_000 });

  expect(await one.says('我的钱花到哪了', { chat: 'single' })).toMatch(/已退给您家：450元（450元没能送到[^]*合计450元/);

  grid.now = new Date('2028-11-01T10:00:00+08:00');
  expect(await cashier.says(`1号补领退款：${address(nobody)}`)).toContain('没有替这一户存着的退款');
  expect(await cashier.says(`1号补领退款：${address(one)}`)).toContain('450元已领走');
  // What was fetched waits for nobody any more.
  expect(await one.opensPrivateChat()).not.toContain('随时可以领');
  expect(await cashier.says(`1号补领退款：${address(one)}`)).toContain('没有替这一户存着的退款');
  expect(await summary(grid, project)).toMatchObject({ refundedFen: 90_000, unclaimedFen: 0, balanceFen: 0 });
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('the final accounts say line by line what was planned, what was paid under which voucher, and why it differs', async () => {
  const budgetLines = [
    { name: '材料', amountFen: 60_000 },
    { name: '人工', amountFen: 40_000 },
  ];
  const { grid } = await collected({ state: 'in_progress', budgetFen: 100_000, budgetLines });
  await spends(grid, 1, '500元', '列材料，付给张记五金');
  const bookkeeper = grid.role('bookkeeper');

  expect(await grid.resident(40).says('1号材料差额原因：电缆降价了')).toContain('会计');
  expect(await bookkeeper.says('1号水泥差额原因：电缆降价了')).toContain('材料');
  expect(await bookkeeper.says('1号材料差额原因：电缆降价了')).toContain('已记下');
  expect(await bookkeeper.says('1号差额原因：居民自己动手，没有付工钱')).toContain('已记下');
  await grid.inUnit(async unit => {
    const own = await unit.projects.byNo(1);
    if (own) await unit.projects.keep(Object.assign(own, { state: 'accepted', percent: 100, acceptedAt: grid.now }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.until('2026-03-04T10:00:00+08:00');

  const post = (await grid.posts()).at(-1) ?? '';
  expect(post).toMatch(/材料：预算600元，已付500元（凭证\d+），原因：电缆降价了/);
  expect(post).toContain('节余500元（原因：居民自己动手，没有付工钱）');
});

test.each(['issue_reported', 'topic_selected', 'plan_published', 'not_approved', 'quorum_failed', 'referred'] as const)(
  'a matter that stands at %s and goes nowhere can be given up, with its reason told',
  async state => {
    const grid = await aNeighbourhood();
    await aProject(grid, { state });

    expect(await cancels(grid, '邻居们不同意')).toContain('1号已终止');
    expect((await theProject(grid, 1)).state).toBe('cancelled');
    expect((await grid.posts()).at(-1)).toContain('邻居们不同意');
  },
);

// A vote and its review come to their end first; what is accepted is past giving up (docs/domain.md 4.1).
test.each([
  ['voting', '还不能终止'],
  ['result_published', '还不能终止'],
  ['accepted', '不能再终止了'],
  ['settlement_published', '不能再终止了'],
  ['closed', '不能再终止了'],
] as const)('at %s nothing is given up: %s', async (state, words) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state });

  expect(await cancels(grid)).toContain(words);
  expect((await theProject(grid, 1)).state).toBe(state);
});
