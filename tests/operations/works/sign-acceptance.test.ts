import { expect, test } from 'vitest';
import { signAcceptance } from '../../../src/operations/works/sign-acceptance.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

test.each([
  { team: 3, signing: 1, accepted: false },
  { team: 3, signing: 2, accepted: true }, // exactly two thirds
  { team: 4, signing: 2, accepted: false },
  { team: 4, signing: 3, accepted: true },
  { team: 6, signing: 4, accepted: true },
])('$signing of a team of $team: accepted is $accepted', async ({ team, signing, accepted }) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'completed_pending_acceptance', percent: 100 });
  const supervisors = await supervisorsOf(grid, team);

  for (const userid of supervisors.slice(0, signing)) await sign(grid, userid, 'pass');

  expect((await theProject(grid, 1)).state).toBe(accepted ? 'accepted' : 'completed_pending_acceptance');
});

test('a team of two cannot accept', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'completed_pending_acceptance', percent: 100 });
  await grid.inUnit(unit => unit.manager.query(`DELETE FROM role WHERE role = 'supervisor' AND userid = 'r096'`));

  await expect(sign(grid, 'r036', 'pass')).rejects.toMatchObject({ code: 'accept.noTeam' });
});

test('signatures from before the fault was found do not count', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'completed_pending_acceptance', percent: 100 });
  await sign(grid, 'r036', 'pass');
  await sign(grid, 'r066', 'fail');
  grid.now = new Date('2026-03-04T10:00:00+08:00');
  await grid.role('grid_secretary').says('1号项目进度：已整改，完成100%');

  await sign(grid, 'r066', 'pass');
  expect((await theProject(grid, 1)).state).toBe('completed_pending_acceptance');
  await sign(grid, 'r036', 'pass');
  expect((await theProject(grid, 1)).state).toBe('accepted');
});

async function sign(grid: Neighbourhood, userid: string, result: 'pass' | 'fail'): Promise<void> {
  await grid.inUnit(async unit => {
    const member = await unit.members.view(userid);
    await signAcceptance(unit, { member, no: 1, result, text: '' });
  });
}

/** The sample's three supervisors and as many more as the team needs. */
async function supervisorsOf(grid: Neighbourhood, team: number): Promise<string[]> {
  return grid.inUnit(async unit => {
    for (const userid of ['r041', 'r042', 'r043'].slice(0, team - 3)) {
      await unit.members.giveRole({
        gridId: unit.grid.id,
        userid,
        role: 'supervisor',
        building: null,
        givenAt: grid.now,
      });
    }
    unit.journal.add('story', { by: 'operator', at: grid.now });
    return unit.members.withRole('supervisor');
  });
}
