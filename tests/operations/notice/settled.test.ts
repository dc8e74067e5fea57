import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** What somebody is told when they next come. */
const waitingFor = (grid: Neighbourhood, userid: string): Promise<string[]> =>
  grid.inUnit(async unit => {
    const waiting = await unit.posts.waitingFor(userid, grid.now);
    return waiting.flatMap(({ content }) => ('text' in content ? [content.text] : []));
  });

test('a request to an outside party that has ended is not brought to mind any more', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await aProject(grid);
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号请热力公司办：检查管道并报价，3月6日前', { chat: 'single' });
  await grid.until('2026-03-07T12:00:00+08:00');
  const before = await waitingFor(grid, secretary.userid);

  await secretary.says('请办1办结');

  expect(before.join('\n')).toContain('还没有答复');
  expect((await waitingFor(grid, secretary.userid)).join('\n')).not.toContain('还没有答复');
});
