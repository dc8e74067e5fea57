import { expect, test } from 'vitest';
import { importRoster } from '../../../src/operations/people/import-roster.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('who stands on two units is told so, and says which one is meant', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  const wang = grid.resident(3);
  const home = wang.known;
  if (!home) throw new Error('a resident of the sample');
  const { building, unit: entrance, room, areaCentiM2, name, userid } = home;
  const own = { building, unit: entrance, room, areaCentiM2, owners: [name], userids: [userid], phone: null };
  await grid.inUnit(unit => importRoster(unit, [own, { ...own, building: 'A', room: '商铺3' }]));

  expect((await grid.postsTo(userid)).join('')).toContain(`A座${entrance}单元商铺3`);
  const before = await grid.inUnit(unit => unit.members.view(userid));
  expect(await wang.says(`我是A座${entrance}单元商铺3的${name}`, { chat: 'single' })).toContain('绑定成功');
  const after = await grid.inUnit(unit => unit.members.view(userid));

  expect(before.household?.room).toBe(room);
  expect(after.household).toMatchObject({ building: 'A', room: '商铺3' });
});

test('nobody else’s household is reached that way: its leader is asked', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  const wang = grid.resident(3);
  const other = grid.resident(5).known;
  const said = `我是${other?.building}号楼${other?.unit}单元${other?.room}`;

  expect(await wang.says(said, { chat: 'single' })).toContain('楼长确认');
  const { household, others } = await grid.inUnit(unit => unit.members.view(wang.userid));
  expect([household?.room, others]).toEqual([wang.known?.room, []]);
});
