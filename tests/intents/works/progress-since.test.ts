import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted } from '../../support/works.js';

test('what was reported since the last progress notice is told beside it', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  const project = await aProject(grid, { no: 1, title: '楼道灯', state: 'in_progress' });
  await noted(grid, project, { kind: 'progress', text: '灯具到货', percent: 10 });
  await grid.until('2026-03-11T09:00:00+08:00');
  const asker = grid.resident(20);
  expect(await asker.says('1号进度')).toContain('完成10%');
  expect(await asker.says('1号进度')).not.toContain('公示后又报');

  await grid.role('grid_secretary').says('1号进度：装了一半，完成60%');
  const answer = await asker.says('1号干到哪了');
  expect(answer).toContain('公示后又报');
  expect(answer).toContain('装了一半，完成60%，会进下一次公示');
});
