import { expect, test } from 'vitest';
import { importRoster } from '../../../src/operations/people/import-roster.js';
import { waitingFor } from '../../../src/operations/waiting.js';
import { homeBeside } from '../../../src/talk/question/about.js';
import type { Turn } from '../../../src/talk/turn.js';
import { aNeighbourhood, type Person } from '../../support/neighbourhood.js';

const atA = {
  building: 'A',
  unit: '1',
  room: '101',
  areaCentiM2: 900_000,
  owners: ['李雷'],
  userids: [],
  phone: null,
};

test('who asks to be bound at A座 waits by the name of that building, for those who see to it', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  await grid.inUnit(unit => importRoster(unit, [atA]));
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

test('only who may confirm it hears which home is asked for, and its name is plain', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  await grid.inUnit(unit => importRoster(unit, [atA]));
  await grid.resident('lilei').says('我是A座1单元101的李雷', { chat: 'single' });
  await grid.inUnit(async unit => {
    const asking = await unit.members.called('lilei');
    if (asking) await unit.members.keep(Object.assign(asking, { name: 'http://x.cn/abc' }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  const heardBy = ({ userid }: Person): Promise<string> =>
    grid.inUnit(async unit => {
      const member = await unit.members.view(userid);
      const turn = { unit, member, message: { chat: { kind: 'single' } } } as unknown as Turn;
      return homeBeside(turn, 'member.confirm', { userid: 'lilei' });
    });

  expect(await heardBy(grid.role('community_secretary'))).toContain('A座1单元101');
  expect(await heardBy(grid.role('community_secretary'))).not.toContain('x.cn');
  expect(await heardBy(grid.role('building_leader'))).toBe('');
});
