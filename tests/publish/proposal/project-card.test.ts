import { expect, test } from 'vitest';
import { projectWords } from '../../../src/publish/proposal/project-card.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';

test('a project under way is shown with its poll, its money and its progress', async () => {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { percent: 30 });
  await received(grid, project, { fen: 300_000 });
  await grid.inUnit(async unit => {
    await unit.polls.keep({
      gridId: unit.grid.id,
      no: 1,
      projectId: project.id,
      question: '装路灯',
      options: null,
      track: 'residents_meeting',
      electorate: null,
      ruleVersion: 'huantai-default-1',
      householdCount: 118,
      openedById: 1,
      opensAt: grid.now,
      closesAt: new Date('2026-03-05T20:00:00+08:00'),
      closedAt: new Date('2026-03-05T20:00:00+08:00'),
      remindedAt: null,
      result: { households: 118, voted: 60, silent: 58, counts: { agree: 31 }, quorum: true, passed: true },
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  const words = await grid.inUnit(unit =>
    projectWords(unit, project, { boardUrl: 'http://board/1', next: '开工', now: grid.now }),
  );

  expect(words).toContain('表决：通过（118户中60户投票），3月5日（周四）20:00截止');
  expect(words).toContain('实收3,000元');
  expect(words).toContain('进度：完成30%');
});
