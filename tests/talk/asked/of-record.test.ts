import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** What holders of offices ask of the one matter that there is. */
function inState(state: 'collecting' | 'in_progress' | 'accepted' | 'plan_published') {
  return playedOnce(async (): Promise<Neighbourhood> => {
    const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
    const project = await aProject(grid, { title: '装快递柜', state, budgetFen: 500_000 });
    if (state === 'collecting') await received(grid, project, { fen: 20_000 });
    return grid;
  });
}

async function asks(grid: Neighbourhood, role: RoleId, words: string): Promise<string> {
  const before = await grid.journal();
  const answer = await grid.role(role).says(words, inPrivate);
  expect((await grid.journal()).filter(deed => deed !== 'receipt.list')).toEqual(before);
  return answer;
}

const collecting = inState('collecting');
test.each<readonly [RoleId, string, string]>([
  ['bookkeeper', '现在一共收了多少', '200元'],
  ['cashier', '怎么一次记好几家的钱', '几户可以一句说完'],
])('while money comes %s asks “%s”', async (role, words, answer) => {
  expect(await asks(await collecting(), role, words)).toContain(answer);
});

const building = inState('in_progress');
test.each<readonly [RoleId, string, string]>([
  ['contractor', '我还有啥没改的', '焊缝没打磨'],
  ['supervisor', '施工队改了没', '整改1'],
  ['grid_secretary', '决算还差什么', '施工中'],
])('while works go on %s asks “%s”', async (role, words, answer) => {
  const grid = await building();
  await grid.role('supervisor').says('1号限期整改：焊缝没打磨，3月25日前', inPrivate);
  expect(await asks(grid, role, words)).toContain(answer);
});

const accepted = inState('accepted');
test.each<readonly [RoleId, string, string]>([
  ['grid_secretary', '决算啥时候出，还差什么', '决算'],
  ['bookkeeper', '决算怎么还没出来', '决算'],
  ['cashier', '还有替人存着的没', '没有替人存着的退款'],
])('behind the acceptance %s asks “%s”', async (role, words, answer) => {
  expect(await asks(await accepted(), role, words)).toContain(answer);
});

const published = inState('plan_published');
test.each<readonly [RoleId, string, string]>([
  ['grid_secretary', '还有别的意见没回的吗', '没有没答复的异议和建议'],
  ['grid_secretary', '那从哪天算公示', '当天不算'],
  ['grid_secretary', '花名册怎么改？', '导入名册'],
  ['grid_secretary', '出纳下个月起换成老孙，你给改一下', '管理员'],
])('while a plan is on display %s asks “%s”', async (role, words, answer) => {
  expect(await asks(await published(), role, words)).toContain(answer);
});

test('a benefit by how many homes have it, and a contest by how far it is, right behind it', async () => {
  const grid = await published();
  const secretary = grid.role('grid_secretary');
  await secretary.says('登记优惠：取暖费减300元，1050分以上，热力公司，依据桓信办〔2022〕3号', inPrivate);
  expect(await asks(grid, 'grid_secretary', '几家领了？')).toContain('0户在享受');

  await grid.role('county_admin').says('开第1届擂台赛：1月1日到5月31日', inPrivate);
  await grid.role('county_admin').says('是', inPrivate);
  expect(await asks(grid, 'county_admin', '现在走到哪一步了')).toContain('第1届擂台赛');
});

test('what is open of one matter is told of that one, and a list that goes on says how far', async () => {
  const grid = await building();
  await aProject(grid, { title: '修凉亭', state: 'in_progress', budgetFen: 500_000 });
  const supervisor = grid.role('supervisor');
  for (let n = 1; n <= 12; n += 1) await supervisor.says(`1号限期整改：第${n}根栏杆没打磨，3月25日前`, inPrivate);

  expect(await asks(grid, 'supervisor', '2号还有哪些没整改')).toContain('2号「修凉亭」现在没有没改好的整改。');
  const told = await asks(grid, 'supervisor', '1号还有哪些没整改');
  expect(told.match(/前改好/gu)).toHaveLength(10);
  expect(told).toMatch(/\n还有2条。$/u);
});
