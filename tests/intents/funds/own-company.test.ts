import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { alsoHolds } from '../../support/offices.js';
import { aProject, received } from '../../support/works.js';

/** A project with its money, and a deputy who also works for the property company. */
async function funded(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await received(grid, await aProject(grid), { fen: 300_000 });
  for (const role of ['community_secretary', 'bookkeeper'] as const)
    await alsoHolds(grid, grid.role(role), 'property_company');
  return grid;
}

test('nobody books, checks or approves what goes to a company that one works for; somebody else does', async () => {
  const grid = await funded();
  await grid.role('building_leader').says('1号申请支出400元：保洁，付给阳光物业公司');

  expect(await grid.role('bookkeeper').says('核对申请1')).toContain('您有职务的单位');
  await grid.role('building_leader').says('1号申请支出300元：灯泡，付给张记五金');
  expect(await grid.role('bookkeeper').says('核对申请2')).not.toContain('您有职务的单位');
  expect(await grid.role('community_secretary').says('批准申请2')).toContain('已批准');
});

test.each(['本人', '我自己'])('nobody asks for a payment to oneself: %s', async payee => {
  const grid = await funded();

  expect(await grid.role('grid_secretary').says(`1号申请支出400元：垫付的灯泡，付给${payee}`)).toContain(
    '要由别人来办',
  );
});

test('a secretary who names himself as payee is refused, and nothing is kept', async () => {
  const grid = await funded();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says(`1号申请支出400元：灯泡，付给${secretary.name}`)).toContain('要由别人来办');
  expect(await grid.inUnit(async unit => unit.spending.ofProject(1))).toEqual([]);
});

test('nobody lets a payment go on in spite of what stops it where it goes to a company that one works for', async () => {
  const grid = await funded();
  await grid.role('building_leader').says('1号申请支出400元：保洁，付给阳光物业公司');
  await grid.role('building_leader').says('1号申请支出300元：灯泡，付给张记五金');
  const community = grid.role('community_secretary');

  expect(await community.says('申请1照付：发票月底统一开')).toContain('您有职务的单位');
  expect(await community.says('申请2照付：发票月底统一开')).toContain('可以照付');
});

test('nobody checks or approves what goes to declared near kin, or to somebody who lives in the same home', async () => {
  const grid = await funded();
  const [secretary, bookkeeper, builder] = [grid.role('grid_secretary'), grid.role('bookkeeper'), grid.resident(77)];
  const { building, unit: entrance, room } = secretary.known ?? {};
  const home = `${building}号楼${entrance}单元${room}`;
  expect(await builder.says(`声明亲属：${home}`, { chat: 'single' })).toContain('记下了');
  await grid.inUnit(async unit => {
    const { householdId } = await unit.members.view(bookkeeper.userid);
    await unit.members.keep({ gridId: unit.grid.id, userid: 'son', name: '孙小宝', householdId });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  const leader = grid.role('building_leader');
  await leader.says(`1号申请支出400元：灯泡，付给${builder.name}`);
  await leader.says('1号申请支出300元：扫帚，付给孙小宝');

  expect(await bookkeeper.says('核对申请2')).toContain('要由别人来办');
  expect(await bookkeeper.says('核对申请1')).not.toContain('要由别人来办');
  expect(await secretary.says('批准申请1')).toContain('要由别人来办');
});
