import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood, type Person } from '../../support/neighbourhood.js';

const homeOf = ({ known }: Person): string => `${known?.building}号楼${known?.unit}单元${known?.room}`;
const privately = { chat: 'single' } as const;

test('the community secretary appoints an adviser: the group hears the masked name, the adviser how to be named whole', async () => {
  const grid = await aNeighbourhood();
  const adviser = grid.resident(50);
  const said = `聘任顾问：${homeOf(adviser)} ${adviser.name[0]}师傅`;

  expect(await grid.role('community_secretary').says(said, privately)).toContain('已聘任');

  const notice = (await grid.posts()).find(text => text.includes('聘任社区治理顾问')) ?? '';
  expect(notice).toContain(adviser.name[0]);
  expect(notice).not.toContain(adviser.name);
  expect(notice).not.toContain(`${adviser.known?.room}`);
  expect((await grid.postsTo(adviser.userid)).at(-1)).toContain('同意光荣榜公布姓名');
  const { roles } = await grid.inUnit(async unit => unit.members.view(adviser.userid));
  expect(roles.map(({ role }) => role)).toContain('governance_adviser');
  expect(await grid.role('community_secretary').says(said, privately)).toContain('已经是');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('who has agreed to be named is named whole', async () => {
  const grid = await aNeighbourhood();
  const adviser = grid.resident(50);
  await adviser.says('同意光荣榜公布姓名', privately);

  const notice = await grid.role('community_secretary').says(`聘任顾问：${homeOf(adviser)} ${adviser.name}`);

  expect(notice).toContain(adviser.name);
});

test('a neighbour may not appoint, and nobody is appointed who is not bound there', async () => {
  const grid = await aNeighbourhood();
  const adviser = grid.resident(50);

  expect(await grid.resident(51).says(`聘任顾问：${homeOf(adviser)} ${adviser.name}`)).toContain('社区书记');
  expect(await grid.role('community_secretary').says(`聘任顾问：${homeOf(adviser)} 〇师傅`)).toContain('没有找到');
  expect(await grid.inUnit(async unit => unit.members.withRole('governance_adviser'))).not.toContain(adviser.userid);
});
