import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

async function plans(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  for (const title of ['刷楼道', '换暖气管', '路灯改造'])
    await aProject(grid, { title, state: 'plan_published', planPublishedAt: grid.now });
  return grid;
}

test.each([
  ['看看刷楼道的方案', '1号 刷楼道'],
  ['暖气那个方案', '2号 换暖气管'],
  ['路灯那个方案发我看看', '3号 路灯改造'],
  ['暖气的方案我看看', '2号 换暖气管'],
])('“%s” shows that one plan', async (words, shown) => {
  const grid = await plans();

  const answer = await grid.resident(20).says(words, inPrivate);
  expect(answer).toContain(shown);
  expect(answer).not.toContain('请问是几号');
});

test('那个方案 is that of the matter spoken of; asked which, a name or a number answers', async () => {
  const grid = await plans();
  const person = grid.resident(20);

  expect(await person.says('看看方案', inPrivate)).toContain('请问是几号');
  expect(await person.says('暖气那个方案', inPrivate)).toContain('2号 换暖气管');
  expect(await person.says('那个方案', inPrivate)).toContain('2号 换暖气管');
  await person.says('看方案', inPrivate);
  expect(await person.says('3号', inPrivate)).toContain('3号 路灯改造');
});
