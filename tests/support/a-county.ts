import { countBallots } from '../../src/domain/ballot/count-ballots.js';
import { createGrid, giveRole } from '../../src/operations/people/set-up-grid.js';
import { byOperator } from '../../src/process/commands/by-operator.js';
import { Ballot } from '../../src/store/ballot/ballot.js';
import { Delivery } from '../../src/store/poll/delivery.js';
import { Poll } from '../../src/store/poll/poll.js';
import { Project } from '../../src/store/proposal/project.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { aNeighbourhood, playedOnce } from './neighbourhood.js';

/** Of the generated grids so many have 12 households, the others 101: two size bands. */
const gridCount = 19;
const smallCount = 10;
const began = new Date('2026-03-20T10:00:00+08:00');

/**
 * A small county of twenty grids: the sample grid, where the county's administrator and the judges are, and nineteen whose
 * figures grow with their number: `c1` has done least, `c10` and `c19` most in their band.
 */
export const aCounty = playedOnce(async () => {
  const county = await aNeighbourhood({ now: '2026-06-01T10:00:00+08:00' });
  for (let index = 1; index <= gridCount; index += 1) {
    await county.store.inUnit(async open => {
      const unit = await createGrid(open, {
        code: `c${index}`,
        name: `第${index}网格`,
        community: index % 2 === 0 ? '花园社区' : '少海社区',
        now: new Date('2026-01-01T08:00:00+08:00'),
      });
      if (!unit) throw new Error('the county stands already');
      await fill(unit, index);
      unit.journal.add('story', { at: county.now });
    }, byOperator(began));
  }
  return county;
});

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马'];

async function fill(unit: Unit, index: number): Promise<void> {
  const at = began;
  const gridId = unit.grid.id;
  const count = index <= smallCount ? 12 : 101;
  const households = [];
  for (let home = 0; home < count; home += 1)
    households.push(
      await unit.members.keepHousehold({
        gridId,
        building: String(1 + (home % 2)),
        unit: '1',
        room: String(101 + home),
        areaCentiM2: 9000,
        owners: ['业主'],
        userids: [],
        phone: null,
      }),
    );
  for (const [role, name] of [
    ['grid_secretary', '秀兰'],
    ['grid_worker', '建国'],
    ['building_leader', '桂英'],
  ] as const) {
    const userid = `c${index}-${role}`;
    await giveRole(unit, { userid, role, building: role === 'building_leader' ? '1' : null });
    const member = await unit.members.byUserid(userid);
    if (member) await unit.members.keep(Object.assign(member, { name: `${surnames[index - 1] ?? ''}${name}` }));
  }
  const [leader, worker] = [
    await unit.members.byUserid(`c${index}-building_leader`),
    await unit.members.byUserid(`c${index}-grid_worker`),
  ];
  const project = await unit.rows.keep(Project, {
    gridId,
    no: await unit.projects.takeNo(),
    title: '换水管',
    proposerId: leader?.id ?? 0,
    state: 'closed',
    stateSince: at,
    planVersion: 1,
    percent: Math.min(100, 40 + index * 6),
    acceptedAt: index % 3 === 0 ? null : at,
    openedAt: at,
  });
  await unit.watch.keepKeyProject({
    gridId,
    year: 2026,
    projectId: project.id,
    goal: '不停水',
    deadline: '2026-10-31',
    leaderId: leader?.id ?? 0,
    setById: leader?.id ?? 0,
    setAt: at,
  });
  const poll = await unit.rows.keep(Poll, {
    gridId,
    no: project.no,
    projectId: project.id,
    question: '换不换',
    track: 'residents_meeting',
    ruleVersion: 'huantai-default-1',
    householdCount: count,
    openedById: 1,
    opensAt: at,
    closesAt: at,
  });
  const voters = households.slice(0, Math.floor((count * (index + 1)) / 20));
  for (const { id: householdId } of voters)
    await unit.rows.keep(Ballot, { pollId: poll.id, householdId, memberId: 1, choice: 'agree', castAt: at });
  const result = { ...countBallots(poll, await unit.polls.facts(poll)) };
  await unit.rows.keep(Poll, Object.assign(poll, { closedAt: at, result }));
  for (const household of households.slice(0, Math.min(index, 9))) {
    const { id: householdId } = household;
    await unit.works.keepRating({ projectId: project.id, householdId, memberId: 1, score: 3 + (index % 3), at });
    const byId = (index % 2 === 0 ? leader?.id : worker?.id) ?? 0;
    await unit.rows.keep(Delivery, { gridId, pollId: poll.id, householdId, method: 'door', byId, at });
  }
}
