import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

async function working(count: number): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  for (const title of ['刷楼道', '路灯改造'].slice(0, count)) await aProject(grid, { title });
  return grid;
}

test.each(['弄好了', '那办好了', '都做完了', '处理完了'])(
  'behind the list of what waits “%s” is asked which, and the list stays',
  async words => {
    const grid = await working(2);
    const secretary = grid.role('grid_secretary');
    expect(await secretary.says('待办', inPrivate)).toContain('等您办的2件');

    const asked = await secretary.says(words, inPrivate);
    expect(asked).toContain('您说的是哪一件');
    expect(asked).toContain('2号 定监管小组');
    expect(await secretary.says('2', inPrivate)).toMatch(/2号|哪几位/u);
  },
);

test('the one thing of the list that fits is gone on with, and nothing is done by it', async () => {
  const grid = await working(1);
  const secretary = grid.role('grid_secretary');
  await secretary.says('待办', inPrivate);
  const before = await grid.journal();

  expect(await secretary.says('弄好了', inPrivate)).toContain('哪几位居民');
  expect(await grid.journal()).toEqual(before);
});

test.each(['那付了', '批了', '天气好了', '弄好了吗', '老王弄好了'])('“%s” fits nothing of the list', async words => {
  const grid = await working(2);
  const secretary = grid.role('grid_secretary');
  await secretary.says('待办', inPrivate);

  expect(await secretary.says(words, inPrivate)).not.toContain('您说的是哪一件');
});
