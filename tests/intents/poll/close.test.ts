import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('who ends a poll early has its result posted at once, and the picture behind the words', async () => {
  const grid = await aNeighbourhood({ households: 5 });
  const leader = grid.role('building_leader');
  await leader.says('发起投票：院里要不要装路灯，3天后截止');
  const before = await grid.posts();

  const said = [await leader.says('结束投票'), await leader.says('是')];

  expect(said.join('\n')).toContain('号表决已结束，结果已公告。');
  const [words, picture, ...others] = (await grid.posts()).slice(before.length);
  expect(words).toContain('结果公告');
  expect([picture, others]).toEqual(['[image]', []]);
});
