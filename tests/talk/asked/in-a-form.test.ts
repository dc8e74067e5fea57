import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

test.each(['1号异议，怎么提', '1号异议：有几条？', '1号异议：谁提的？'])(
  '“%s” asks, and raises no objection',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-04T09:00:00+08:00', households: 60 });
    await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });

    await grid.resident(20).says(words);

    expect((await grid.journal()).filter(deed => deed.startsWith('objection'))).toEqual([]);
  },
);
