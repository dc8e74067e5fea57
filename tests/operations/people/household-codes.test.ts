import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { printCodes } from '../../../src/operations/people/household-codes.js';
import { endRole, giveRole } from '../../../src/operations/people/set-up-grid.js';
import { HouseholdCode } from '../../../src/store/people/household-code.js';
import { dayMs } from '../../../src/domain/calendar.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';

/** The codes on the cards of a building, as its leader printed them, by room. */
async function printed(grid: Neighbourhood, building = 2): Promise<Map<string, string>> {
  const { userid } = grid.role('building_leader', building - 1);
  const cards = await grid.inUnit(async unit =>
    printCodes(unit, {
      member: await unit.members.view(userid),
      building: String(building),
      random: randomBytes,
    }),
  );
  return new Map(cards.map(({ household, code }) => [`${household.unit}-${household.room}`, code]));
}

/** The code of the home in which the sample's resident lives. */
function codeOf(codes: Map<string, string>, grid: Neighbourhood, resident: number): string {
  const home = grid.resident(resident).known;
  return codes.get(`${home?.unit}-${home?.room}`) ?? '';
}

/** The first resident of a building who holds no office. */
const inBuilding = (grid: Neighbourhood, building: number): number =>
  [...Array(118).keys()].findIndex(index => {
    const { known } = grid.resident(index);
    return String(known?.building) === String(building) && known?.roles.length === 0;
  });

test('a card binds whoever holds it after a yes; the family, the leader and nobody else hear of it', async () => {
  const grid = await aNeighbourhood();
  const family = inBuilding(grid, 2);
  const code = codeOf(await printed(grid), grid, family);
  const zhao = await grid.outsider('zhao');

  expect(await zhao.says(`绑定码 ${code.toLowerCase().replaceAll('-', ' ')}`)).toContain('住户吗？');
  expect(await zhao.says('是')).toContain('绑定成功');
  const told = (await grid.postsTo(grid.resident(family).userid)).at(-1) ?? '';
  expect(told).toMatch(/微信住户（编号\d{4}）用您家的绑定卡绑定到了您家.*不是我家的人 \d{4}/u);
  expect((await grid.postsTo(grid.role('building_leader', 1).userid)).at(-1)).toMatch(/用绑定卡绑定到了.*解绑 \d{4}/u);
  expect(JSON.stringify(await grid.posts())).not.toContain('绑定卡');

  const no = /不是我家的人 (\d{4})/u.exec(told)?.[1] ?? '';
  expect(await grid.resident(family).says(`不是我家的人 ${no}`)).toContain('已取消');
});

test('five wrong codes in an hour, then none is looked at; the try is counted although nothing was bound', async () => {
  const grid = await aNeighbourhood();
  const code = codeOf(await printed(grid), grid, inBuilding(grid, 2));
  const zhao = await grid.outsider('zhao');

  for (let time = 0; time < 5; time += 1) expect(await zhao.says('绑定码 2222-3333-4444')).toContain('不对或已经作废');
  expect(await zhao.says(`绑定码 ${code}`)).toContain('试的次数太多');
  expect(await (await grid.outsider('qian')).says(`绑定码 ${code}`)).toContain('住户吗？');
  grid.now = new Date(grid.now.getTime() + 61 * 60_000);
  expect(await zhao.says(`绑定码 ${code}`)).toContain('住户吗？');
});

test('new cards, a revoked card and 180 days end a code; who is bound stays bound', async () => {
  const grid = await aNeighbourhood();
  const family = inBuilding(grid, 2);
  const old = codeOf(await printed(grid), grid, family);
  const code = codeOf(await printed(grid), grid, family);
  const [zhao, qian] = [await grid.outsider('zhao'), await grid.outsider('qian')];

  expect(await zhao.says(`绑定码 ${old}`)).toContain('不对或已经作废');
  await zhao.says(`绑定码 ${code}`);
  await zhao.says('是');
  const home = grid.resident(family).known;
  const leader = grid.role('building_leader', 1);
  const words = `作废2号楼${home?.unit}单元${home?.room}的绑定卡`;
  expect(await leader.says(words)).toContain('已作废');
  expect(await leader.says(words)).toContain('没有印过绑定卡');
  expect(await qian.says(`绑定码 ${code}`)).toContain('不对或已经作废');
  expect(await zhao.says('我的积分')).not.toContain('绑定您家');

  const later = codeOf(await printed(grid), grid, family);
  grid.now = new Date(grid.now.getTime() + 180 * dayMs);
  expect(await qian.says(`绑定码 ${later}`)).toContain('不对或已经作废');
});

test('codes are for private chat, cards for the own building, and none is kept readable', async () => {
  const grid = await aNeighbourhood();
  const codes = await printed(grid);
  const code = codeOf(codes, grid, inBuilding(grid, 2));

  expect(await grid.resident('newcomer').says(`绑定码 ${code}`)).toContain('只在私聊里用');
  expect(await grid.role('building_leader', 1).says('打印2号楼绑定卡')).toContain('只在私聊里给');
  expect(await grid.role('building_leader', 1).says('打印3号楼绑定卡', { chat: 'single' })).not.toContain('/cards/');
  expect(await grid.resident(inBuilding(grid, 2)).says('打印2号楼绑定卡', { chat: 'single' })).not.toContain('/cards/');
  const kept = JSON.stringify(await grid.inUnit(unit => unit.manager.find(HouseholdCode)));
  for (const one of codes.values()) expect(kept).not.toContain(one.replaceAll('-', ''));
});

test('who printed the cards of a building binds nobody by them but others', async () => {
  const grid = await aNeighbourhood();
  const worker = grid.resident('a new worker');
  const { userid } = worker;
  await grid.inUnit(unit => giveRole(unit, { userid, role: 'grid_worker', building: null }));
  const cards = await grid.inUnit(async unit =>
    printCodes(unit, { member: await unit.members.view(userid), building: '2', random: randomBytes }),
  );
  const code = cards[0]?.code ?? '';

  expect(await worker.says(`绑定码 ${code}`, { chat: 'single' })).toContain('不能由自己确认');
  expect(await worker.says('是', { chat: 'single' })).not.toContain('绑定成功');
  expect(await (await grid.outsider('zhao')).says(`绑定码 ${code}`)).toContain('住户吗？');

  await grid.inUnit(unit => endRole(unit, { userid, role: 'grid_worker', building: null }));
  expect(await worker.says(`绑定码 ${code}`, { chat: 'single' })).toContain('不能由自己确认');
});
