import { expect, test } from 'vitest';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, fundsAre } from '../../support/works.js';

/** Cement of one household and half a day's work of another, for a project that collects. */
async function helped(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  await aProject(grid, { state: 'pledging', budgetFen: 100_000 });
  expect(await grid.resident(20).says('1号我捐十袋水泥')).toContain('数量10');
  expect(await grid.resident(60).says('1号我出工半天，帮着刷墙')).toContain('4小时');
  return grid;
}

async function board(grid: Neighbourhood): Promise<string> {
  const page = await grid.inUnit(unit => projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now }));
  return String(page).replaceAll(/\s+/gu, ' ');
}

test('goods that came are recorded by number, stand on the board without their giver, and never enter the ledger', async () => {
  const grid = await helped();
  const secretary = grid.role('grid_secretary');
  expect(await board(grid)).toContain('答应2项，已到0项');

  const list = await secretary.says('1号捐物出工清单', { chat: 'single' });
  expect(list).toMatch(/第1项 1号楼3单元101：.*水泥，数量10/u);
  expect(await secretary.says('1号捐物出工清单')).toContain('只在私聊里看');
  expect(await secretary.says('1号第1项已到')).toMatch(/第1项（.*水泥，数量10）收到了，公示栏会写。还有1项没到/u);
  expect(await secretary.says('1号第2项已做完')).toContain('答应的都到齐了');

  const page = await board(grid);
  expect(page).toMatch(/答应2项，已到2项[^]*水泥，数量10：已收到[^]*出工4小时[^]*已做完/u);
  expect(page).not.toContain('3单元101');
  expect(await grid.postsTo(grid.resident(20).userid)).toEqual([expect.stringContaining('收到了，已登记。谢谢您')]);
  expect(await fundsAre(grid, 1)).toContain('认筹0元｜实收0元');
  expect(await grid.inUnit(async unit => (await unit.ledger.entries(1)).length)).toBe(0);
});

test('before it came a promise is taken back by a word; afterwards it stays', async () => {
  const grid = await helped();
  await grid.role('grid_secretary').says('1号第1项已到');

  expect(await grid.resident(20).says('撤回1号项目的认捐')).toContain('没有可撤的认捐');
  expect(await grid.resident(60).says('撤回1号项目的认捐')).toContain('撤回');
  expect(await grid.role('grid_secretary').says('1号第2项已到')).toContain('已经登记过了，或者已经撤回');
  expect(await board(grid)).toContain('答应1项，已到1项');
});

test.each([
  ['1号第1项已到', 40, '楼长'],
  ['1号第9项已到', 'grid_secretary', '没有第9项'],
  ['9号第1项已到', 'grid_secretary', '没有9号项目'],
] as const)('“%s” of %s is refused, and nothing is kept', async (said, who, sentence) => {
  const grid = await helped();
  const deeds = await grid.journal();

  const speaker = typeof who === 'number' ? grid.resident(who) : grid.role(who);
  expect(await speaker.says(said)).toContain(sentence);
  expect(await grid.journal()).toEqual(deeds);
});

test('twice is refused, and so is one’s own', async () => {
  const grid = await helped();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号我捐两桶油漆');

  expect(await secretary.says('1号第3项已到')).toContain('请别的楼长或网格员来登记');
  await secretary.says('1号第1项已到');
  expect(await secretary.says('1号第1项已到')).toContain('已经登记过了');
});

test('a building’s leader sees and records what is of the own building only', async () => {
  const grid = await helped();
  const leader = grid.role('building_leader');
  const own = leader.known?.roles.find(({ role }) => role === 'building_leader')?.building;

  const list = await leader.says('1号捐物出工清单', { chat: 'single' });
  for (const [, building] of list.matchAll(/第\d+项 (\d+)号楼/gu)) expect(building).toBe(own);
});
