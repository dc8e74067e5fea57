import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** 2号 is done and waits for the signatures of its three supervisors. */
const finished = playedOnce(async () => {
  const grid = await aNeighbourhood();
  const { id: projectId } = await aProject(grid, {
    no: 2,
    title: '4号楼楼顶防水',
    state: 'completed_pending_acceptance',
    percent: 100,
  });
  await grid.inUnit(async unit => {
    const memberIds: number[] = [];
    for (const i of [0, 1, 2]) memberIds.push((await unit.members.view(grid.role('supervisor', i).userid)).id);
    await unit.supervision.keepTeam({
      gridId: unit.grid.id,
      projectId,
      memberIds,
      setById: memberIds[0]!,
      setAt: grid.now,
    });
    unit.journal.add('story' as never, { by: 'operator' } as never);
  });
  return grid;
});

test.each(['2号看过了，可以', '2号我看过了，没问题', '楼顶防水我去看了，挺好的', '2号也验了，行'])(
  'a word of confirmation by who may sign is the signature: “%s”',
  async words => {
    const grid = await finished();
    const supervisor = grid.role('supervisor', 1);

    expect(await supervisor.says(words)).toContain('验收合格');
    if (!(await grid.journal()).includes('project.accept')) await supervisor.says('是');
    expect(await grid.journal()).toContain('project.accept');
    expect(await grid.journal()).not.toContain('inspection.report');
  },
);

test.each(['2号看过了，可以再刷一遍', '2号我还没看，应该可以吧', '你们都看过了，可以吗'])(
  '“%s” signs nothing',
  async words => {
    const grid = await finished();

    expect(await grid.role('supervisor', 1).says(words)).not.toContain('验收合格吗');
    expect(await grid.journal()).not.toContain('project.accept');
  },
);
