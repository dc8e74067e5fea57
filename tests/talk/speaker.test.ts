import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

/** 1号 and 2号 collect, 3号 and 4号 are voted on. */
async function twoOfEach(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  for (const title of ['装路灯', '修台阶']) await aProject(grid, { title, state: 'pledging' });
  const published = { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') } as const;
  for (const title of ['刷楼道', '清飞线']) await aProject(grid, { title, ...published });
  for (const no of [3, 4]) await grid.role('building_leader').says(`${no}号发起表决，3月28日20:00截止`);
  return grid;
}

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge|poll\.vote|proposal|funds)/u.test(deed));
}

test.each([
  '替3号楼1单元402投3号同意',
  '3号楼1单元402同意4号',
  '4号402家同意',
  '帮3号楼2单元301投3号同意',
  '3号楼1单元402出30元给2号',
  '2号老李家出200，他不会弄',
  '3号楼的王大爷给2号捐了100元现金',
  '群聊的聊天记录\n王姐: 路灯装东头\n张叔: 2号我出200元',
  '- - -\n王姐：2号我出200元\n- - -',
  '王姐 2026/3/2 10:01:00\n2号我出200元',
  '王姐:\n3号同意',
  '#接龙\n1. 王姐 3号同意\n2. 李叔 3号同意',
])('“%s” is nobody’s deed, least of all the speaker’s', async words => {
  const grid = await twoOfEach();

  await grid.resident(20).says(words);

  expect(await deeds(grid)).toEqual([]);
});

test('the own vote stays when somebody else’s is said', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);
  await resident.says('3号反对');

  await resident.says('替3号楼1单元402投3号同意');

  expect(await deeds(grid)).toEqual(['poll.vote']);
});
