import { expect, test } from 'vitest';
import type { Neighbourhood } from '../support/neighbourhood.js';
import { twoOfEach } from '../support/two-of-each.js';

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
