import { expect, test } from 'vitest';
import { readRoundTerms } from '../../../src/language/values/money/round-terms.js';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, aRoundOf, reconciles, theProject } from '../../support/works.js';

const now = '2026-03-06T10:00:00+08:00';
const after = '2026-03-21T10:00:00+08:00';

/** The power line of the article: 236 000 yuan, half of it a subsidy, and 118 households that give 1 000 yuan each. */
async function aRound(changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now });
  await aProject(grid, {
    title: '更换老化的电力线路',
    ...aRoundOf(11_800_000, { capFen: 1_000_000, subsidyFen: 11_800_000 }),
    ...changes,
  });
  return grid;
}

async function pledges(grid: Neighbourhood, households: number, yuan = 1000): Promise<void> {
  for (let who = 0; who < households; who += 1) await grid.resident(who).says(`1号我出${yuan}元`);
}

test('118 of 118: with the last promise it is collected', async () => {
  const grid = await aRound();
  await grid.role('cashier').says('1号奖补资金到账118000元');
  await pledges(grid, 117);
  expect((await theProject(grid, 1)).state).toBe('pledging');

  await grid.resident(117).says('1号我出1000元');

  expect((await theProject(grid, 1)).state).toBe('collecting');
  expect((await grid.posts()).at(-1)).toContain('认筹够了，开始收款');
});

test('a promise taken back opens the gap again: the group hears so, without a name, and the round goes on', async () => {
  const round = { targetFen: 300_000, minimumFen: 300_000, capFen: 100_000 };
  const grid = await aRound({ budgetFen: 300_000, fundingPlan: null, round });
  await pledges(grid, 3);
  expect((await theProject(grid, 1)).state).toBe('collecting');

  await grid.resident(1).says('撤回1号项目的认捐', { chat: 'single' });

  expect((await theProject(grid, 1)).state).toBe('pledging');
  expect((await grid.posts()).at(-1)).toContain('有认捐撤回或放回，又有缺口');
  expect((await grid.posts()).at(-1)).not.toContain(grid.resident(1).known?.name);
});

test('117 of 118, with the subsidy booked before: at the deadline it fails, nobody pays, and the subsidy goes back', async () => {
  const grid = await aRound();
  const cashier = grid.role('cashier');
  await cashier.says('1号奖补资金到账118000元');
  await reconciles(grid, 1);
  await pledges(grid, 117);

  await grid.until(after);

  expect((await theProject(grid, 1)).state).toBe('funding_failed');
  const told = (await grid.posts()).filter(text => text.includes('认筹结果'));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/到期认捐117,000元[^]*还差1,000元[^]*没有收居民的钱，其他来源的118,000元退回原渠道/u);
  expect((await grid.postsTo(cashier.userid)).join('\n')).toContain('1号支出退回原渠道118000元');
  expect(await grid.resident(117).says('1号我出1000元')).toMatch(/还不能认捐|不收认捐/u);
  expect(await cashier.says('1号支出退回原渠道118000元')).toContain('已记');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('the secretary may give a round up whose subsidy has come in already', async () => {
  const grid = await aRound();
  await grid.role('cashier').says('1号奖补资金到账118000元');
  await pledges(grid, 2);

  expect(await grid.role('grid_secretary').says('1号认筹作罢')).toContain('认捐全部放回');
});

test('what residents had paid goes back before they are asked again', async () => {
  const grid = await aRound({ state: 'collecting', round: { targetFen: 11_800_000, minimumFen: 100_000 } });
  const [secretary, cashier] = [grid.role('grid_secretary'), grid.role('cashier')];
  await pledges(grid, 2);
  await cashier.says('1号收到1号楼1单元101 1000元');
  await reconciles(grid, 1);
  // As a record of an earlier version has it: money is in, and the round is open again.
  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (project)
      await unit.projects.moveTo(project, 'pledging', grid.now, {
        round: { targetFen: 11_800_000, minimumFen: 11_800_000 },
      });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  await grid.until(after);

  expect((await grid.posts()).at(-1)).toContain('居民交的1,000元全部退回');
  expect(await secretary.says('发布1号方案：换线，预算10万元')).toContain('居民的1,000元还没退清');
  expect(await cashier.says('1号支出余款退款1000元')).toContain('退给1户');
  expect((await grid.postsTo('r001')).at(-1)).toContain('认筹没有达标，退还您家1,000元');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('where every household has to take part, the sum alone is not enough', async () => {
  const grid = await aRound({
    round: { targetFen: 11_800_000, minimumFen: 11_800_000, capFen: 1_000_000, everyHousehold: true },
  });
  await pledges(grid, 41, 2900);
  expect((await theProject(grid, 1)).state).toBe('pledging');

  await grid.until(after);

  expect((await theProject(grid, 1)).state).toBe('funding_failed');
  expect((await grid.posts()).at(-1)).toMatch(/要全部住户都认，还差77户/u);
});

test('a promise for another household counts for that one, and is counted no more when it is taken back', async () => {
  const grid = await aRound({
    round: { targetFen: 11_800_000, minimumFen: 11_800_000, capFen: 1_000_000, everyHousehold: true },
  });
  await pledges(grid, 117);
  const { building, unit, room } = grid.resident(117).known ?? {};
  // A neighbour without an office: what a leader says for a household is that household's own promise.
  const child = grid.resident(20);
  expect(await child.says(`1号替${building}号楼${unit}单元${room}出1000元`)).toContain('1,000元');
  expect((await theProject(grid, 1)).state).toBe('collecting');
});

test.each(['全部住户都认', '每户都要认', '全体住户都参加', '一户不少'])('“%s” makes every household count', said => {
  expect(readRoundTerms(`截止4月20日，${said}`, new Date(now))).toMatchObject({ everyHousehold: true });
});

test('the plan that all have to agree to says that all have to carry it', async () => {
  const grid = await aRound({ state: 'topic_selected', round: null, pledgeClosesAt: null });

  expect(await grid.role('grid_secretary').says('1号认筹：全部住户都认')).toContain('要全部住户都认');
});
