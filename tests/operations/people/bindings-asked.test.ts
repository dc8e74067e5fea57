import { expect, test } from 'vitest';
import { importRoster } from '../../../src/operations/people/import-roster.js';
import { waitingFor } from '../../../src/operations/waiting.js';
import { aNeighbourhood, type Person } from '../../support/neighbourhood.js';

test('who asks to be bound at A座 waits by the name of that building, for those who see to it', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  const home = {
    building: 'A',
    unit: '1',
    room: '101',
    areaCentiM2: 900_000,
    owners: ['李雷'],
    userids: [],
    phone: null,
  };
  await grid.inUnit(unit => importRoster(unit, [home]));
  await grid.resident('lilei').says('我是A座1单元101的李雷', { chat: 'single' });
  const titles = ({ userid }: Person): Promise<string[]> =>
    grid.inUnit(async unit =>
      (await waitingFor(unit, await unit.members.view(userid), grid.now)).flatMap(({ deed, title }) =>
        deed === 'member.confirm' ? [title] : [],
      ),
    );

  expect(await titles(grid.role('community_secretary'))).toEqual([expect.stringContaining('A座有人申请绑定')]);
  expect(await titles(grid.role('building_leader'))).toEqual([]);
});
