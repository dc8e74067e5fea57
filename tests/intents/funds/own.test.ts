import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, paid, received } from '../../support/works.js';

async function anAccount(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { budgetFen: 150_000 });
  const home = (who: number) =>
    grid.inUnit(async unit => (await unit.members.view(grid.resident(who).userid)).householdId ?? 0);
  await received(grid, project, { fen: 200_00, householdId: await home(20) });
  await received(grid, project, { fen: 800_00, householdId: await home(21) });
  await received(grid, project, { fen: 500_00, source: 'subsidy' });
  await paid(grid, project, { fen: 1360_00, why: '电缆' });
  await paid(grid, project, { fen: 33_33, why: '灯泡' });
  return grid;
}

test.each(['我的200元花到哪了', '我的钱花到哪里了？', '1号我交的200块钱都花哪儿去了', '我家的钱用在哪了'])(
  '“%s” follows the money to the fen, in private',
  async said => {
    const grid = await anAccount();

    const answer = await grid.resident(20).says(said, { chat: 'single' });

    expect(answer).toContain('您家交了200元');
    // The subsidy of 500 went first; a fifth of the other 860 is theirs.
    expect(answer).toMatch(/电缆（第\d+号凭证，居民的钱付了860元）：您家的172元/);
    expect(answer).toMatch(/灯泡（第\d+号凭证，居民的钱付了33\.33元）：您家的6\.67元/);
    expect(answer).toContain('还在账上没花：21.33元');
    expect(answer).toContain('合计200元');
  },
);

test('the group hears the same of a payer and of somebody who did not pay', async () => {
  const grid = await anAccount();

  const ofPayer = await grid.resident(20).says('我的200元花到哪了');
  const ofOther = await grid.resident(40).says('我的200元花到哪了');

  expect(ofPayer).toBe(ofOther);
  expect(ofPayer).not.toContain('200');
  expect((await grid.postsTo(grid.resident(20).userid)).at(-1)).toContain('合计200元');
  expect((await grid.postsTo(grid.resident(40).userid)).at(-1)).toContain('还没有您家交的钱');
});

test('what waits for the bookkeeper is told apart, and a project that is none is said', async () => {
  const grid = await anAccount();
  const { building, unit, room } = grid.resident(40).known ?? {};
  await grid.role('cashier').says(`1号收到${building}号楼${unit}单元${room} 50元`);

  const answer = await grid.resident(40).says('我的50元花到哪了', { chat: 'single' });

  expect(answer).toContain('会计还没对账：50元');
  expect(answer).toContain('合计50元');
  expect(await grid.resident(40).says('99号我的钱花到哪了')).toContain('没有99号项目');
});
