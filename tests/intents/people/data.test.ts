import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { boardServed } from '../../support/board.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';

/** Fetches a link as the member's browser would; the words, or the status where there are none. */
async function fetched(grid: Neighbourhood, link: string): Promise<string | number> {
  const base = await boardServed(grid);
  const path = `/board/${link.replace(/^http:\/\/board\//, '')}`;
  const response = await fetch(`${base}${path}`);
  return response.ok ? response.text() : response.status;
}

const linkIn = (text: string): string => /\((http[^)]+\/mine\/[^)]+)\)/.exec(text)?.[1] ?? '';

test('我的数据 gives everything about the asker in private, as a file that holds nobody else’s name', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid);
  const asker = grid.resident(40);
  const { householdId } = await grid.inUnit(unit => unit.members.view(asker.userid));
  await received(grid, project, { fen: 20_000, householdId: householdId ?? 0 });

  const inGroup = await asker.says('我的数据');
  const inPrivate = await asker.says('我的数据', { chat: 'single' });
  const file = String(await fetched(grid, linkIn(inPrivate)));

  expect(inGroup).not.toContain('/mine/');
  expect(inGroup).toContain('只给您本人');
  const data = JSON.parse(file) as { member: { name: string }; 认捐和交款: unknown[] };
  expect(data.member.name).toBe(asker.name);
  expect(data.认捐和交款).toHaveLength(1);
  const others = sampleResidents().filter(({ name }) => name !== asker.name);
  for (const { name } of others) expect(file).not.toContain(name);
  expect(await grid.journal()).toContain('data.export');
});

test('a helper’s file says that a paper was entered and when, not whose it is or what it says', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const leader = grid.role('building_leader');
  await leader.says('发起表决：楼道刷不刷白，周日晚八点截止');
  const place = grid.resident(3).known;
  await leader.sends('纸票');
  await leader.says(`1号纸票：${place?.building}号楼${place?.unit}单元${place?.room} 同意`, { chat: 'single' });

  const file = await fetched(grid, linkIn(await leader.says('我的数据', { chat: 'single' })));
  const data = JSON.parse(String(file)) as Record<string, Record<string, unknown>[]>;

  expect(data['纸票']).toEqual([{ id: 1, enteredAt: expect.any(String) as string }]);
  expect(data['发起的表决']).toHaveLength(1);
  expect(data['职务']?.[0]).toMatchObject({ role: 'building_leader' });
  expect(await grid.journal()).toEqual(expect.arrayContaining(['data.export', 'data.fetch']));
});

test('the link is good for a day, and a guessed one opens nothing', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const link = linkIn(await grid.resident(40).says('我的数据', { chat: 'single' }));

  expect(await fetched(grid, `${link.slice(0, -2)}xx`)).toBe(404);
  grid.now = new Date('2026-03-03T10:00:01+08:00');
  expect(await fetched(grid, link)).toBe(404);
});

test('after 删除我的数据 nothing names the member, the accounts stay whole and the record proves itself', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid, { state: 'pledging', pledgeClosesAt: new Date('2026-03-20T00:00:00+08:00') });
  const asker = grid.resident(40);
  await asker.says('1号我出200元');
  await asker.sends('一张照片');
  const before = await grid.inUnit(unit => unit.ledger.balances(project.id));

  expect(await asker.says('删除我的数据', { chat: 'single' })).toContain('确定删除吗');
  expect(await asker.says('是', { chat: 'single' })).toContain('已删除');

  expect(await grid.inUnit(unit => unit.ledger.balances(project.id))).toEqual(before);
  const members = await grid.inUnit(unit => unit.members.all());
  expect(members.some(({ userid }) => userid === asker.userid)).toBe(false);
  expect(members.find(({ erasedAt }) => erasedAt !== null)?.name).toBe('已注销');
  const households = await grid.inUnit(unit => unit.members.households());
  expect(households.flatMap(({ userids }) => userids)).not.toContain(asker.userid);
  // Only the two sealed chains still say which account it was, for as long as the law wants them kept.
  const { dataSource } = grid.store;
  const named: string[] = [];
  for (const { target, tableName } of dataSource.entityMetadatas)
    if (JSON.stringify(await dataSource.manager.find(target)).includes(`"${asker.userid}"`)) named.push(tableName);
  expect(named.toSorted()).toEqual(['journal', 'ledger_entry']);
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
});

test('who holds a role is first released from it, and who says no keeps everything', async () => {
  const grid = await aNeighbourhood();

  await grid.role('cashier').says('删除我的数据', { chat: 'single' });
  expect(await grid.role('cashier').says('是', { chat: 'single' })).toContain('还有职务');
  await grid.resident(40).says('删除我的数据', { chat: 'single' });
  await grid.resident(40).says('不是', { chat: 'single' });
  expect(await grid.journal()).not.toContain('data.erase');
});

test('the roll of honour has the whole name only of those who agreed, until they take it back', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await aProject(grid);
  const supervisor = grid.role('supervisor');
  await supervisor.says('1号巡查：材料堆放整齐');
  const roll = async (): Promise<string> => grid.resident(50).says('积分排行榜');

  expect(await roll()).not.toContain(supervisor.name);
  expect(await supervisor.says('同意光荣榜公布姓名')).toContain('写您的全名');
  expect(await roll()).toContain(supervisor.name);
  await supervisor.says('撤回同意光荣榜公布姓名');
  expect(await roll()).not.toContain(supervisor.name);
});
