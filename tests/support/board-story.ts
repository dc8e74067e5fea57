import { Grid } from '../../src/store/people/grid.js';
import type { Project } from '../../src/store/proposal/project.js';
import type { Store } from '../../src/store/engine/store.js';
import type { Cause, Unit } from '../../src/store/engine/unit.js';

export const gridCode = 'huayuan-1';

/** A picture of one grey square, with the place where it was taken written beside it. */
export const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAAD3RFWHRHUFMAIDM2LjksMTE4LjEtVTUgAAAACklEQVR4nGOYBgAAmACXII84hQAAAABJRU5ErkJggg==',
  'base64',
);

/** What must never stand on the board. */
export const secretName = '欧阳娜娜';
export const secretRoom = '1203';

/** An empty grid, as the operator makes it. */
export async function anEmptyGrid(store: Store, now: Date): Promise<void> {
  await store.inUnit(async open => {
    const row = {
      code: gridCode,
      name: '花园一网格',
      community: '花园社区',
      webhookKey: null,
      bindCode: null,
      nextNo: 1,
      createdAt: now,
    };
    const grid = Object.assign(new Grid(), row);
    await open.manager.insert(Grid, grid);
    const unit = await open.within(grid);
    await unit.rows.keep(Grid, unit.grid);
    unit.journal.add('grid.create', { by: 'operator', at: now });
  });
}

export function inGrid<T>(store: Store, work: (unit: Unit) => Promise<T>, cause: Cause | null = null): Promise<T> {
  return store.inUnit(async open => {
    const grid = await open.grids.byCode(gridCode);
    if (!grid) throw new Error('there is no grid');
    return work(await open.within(grid));
  }, cause);
}

/** A project with sensible values; a test states only what matters to it. */
export async function aProject(unit: Unit, now: Date, changes: Partial<Omit<Project, 'id'>> = {}): Promise<Project> {
  return unit.projects.keep({
    gridId: unit.grid.id,
    no: await unit.projects.takeNo(),
    title: '更换主管道',
    place: '3号楼地下室',
    proposerId: 1,
    state: 'in_progress',
    stateSince: now,
    fundingClass: 'urgent',
    costFen: null,
    budgetFen: 3_600_000,
    planText: '更换锈穿的供暖主管道120米。\n保修两年。',
    budgetLines: [
      { name: '管材和阀门', amountFen: 2_400_000 },
      { name: '人工', amountFen: 1_200_000 },
    ],
    planVersion: 1,
    planPublishedAt: now,
    pledgeClosesAt: null,
    percent: 50,
    acceptedAt: null,
    settledAt: null,
    openedAt: now,
    ...changes,
  });
}

/** One project under way with money, works, a decision and a notice, and people whose names stand in the record. */
export async function aWholeProject(store: Store, now: Date): Promise<number> {
  return inGrid(store, async unit => {
    const gridId = unit.grid.id;
    const home = {
      gridId,
      building: '5',
      unit: '1',
      room: secretRoom,
      areaCentiM2: 9_000,
      userids: ['u1'],
      phone: '13800001111',
    };
    const household = await unit.members.keepHousehold({ ...home, owners: [secretName] });
    const person = {
      gridId,
      userid: 'u1',
      name: secretName,
      householdId: household.id,
      askedHouseholdId: null,
      boundAt: now,
    };
    const member = await unit.members.keep(person);
    const project = await aProject(unit, now, { proposerId: member.id });

    const about = { projectId: project.id, by: 'u1', at: now, reversesId: null, messageId: 'm1' };
    const mine = { ...about, householdId: household.id };
    const other = { ...about, householdId: null };
    await unit.ledger.post({
      ...mine,
      kind: 'pledge',
      postings: [{ from: 'promise', to: 'promised', amountFen: 20_000 }],
      why: secretName,
    });
    await unit.ledger.post({
      ...mine,
      kind: 'receipt',
      postings: [{ from: 'outside/residents', to: 'cash/residents', amountFen: 20_000 }],
      why: `${secretName}${secretRoom}`,
    });
    await unit.ledger.post({
      ...other,
      kind: 'receipt',
      postings: [{ from: 'outside/subsidy', to: 'cash/subsidy', amountFen: 2_000_000 }],
      why: '奖补资金',
    });
    await unit.ledger.post({
      ...other,
      kind: 'spend',
      postings: [{ from: 'cash/subsidy', to: 'spent', amountFen: 860_050 }],
      why: '管材<b>首付</b>',
    });
    await unit.ledger.post({
      ...mine,
      kind: 'refund',
      postings: [{ from: 'cash/residents', to: 'refunded', amountFen: 5_000 }],
      why: secretName,
    });

    const note = { projectId: project.id, memberId: member.id, result: null, at: now };
    await unit.works.add({ ...note, kind: 'progress', text: '主管道换了六十米', percent: 50 });
    await unit.works.add({ ...note, kind: 'inspection', text: '材料堆放整齐', percent: null });
    const poll = {
      gridId,
      no: project.no,
      projectId: project.id,
      question: '同意更换主管道吗？',
      options: null,
      track: 'residents_meeting',
      electorate: null,
      ruleVersion: 'test',
      householdCount: 118,
      openedById: member.id,
      opensAt: now,
      closesAt: now,
      closedAt: now,
      remindedAt: null,
      result: {
        households: 118,
        voted: 108,
        silent: 10,
        counts: { agree: 100, disagree: 3, abstain: 5 },
        quorum: true,
        passed: true,
      },
    };
    await unit.polls.keep(poll);
    await unit.polls.cast({
      pollId: 1,
      householdId: household.id,
      memberId: member.id,
      choice: 'disagree',
      reason: secretName,
      castAt: now,
    });
    await unit.disclosures.add({
      projectId: project.id,
      kind: 'plan',
      occasion: 'v1',
      text: '**方案公开**\n> 预算36,000元',
      at: now,
    });
    for (const [index, [name, plannedOn, isDone]] of (
      [
        ['拆旧', '2026-02-25', true],
        ['装管', '2026-02-27', false],
        ['试压', '2026-03-10', false],
      ] as const
    ).entries())
      await unit.works.keepMilestone({
        gridId,
        projectId: project.id,
        place: index + 1,
        name,
        plannedOn,
        doneAt: isDone ? now : null,
      });
    const photo = await unit.evidence.add({ bytes: aPicture, type: 'image/png', by: 'u1', at: now });
    await unit.evidence.use(photo, `work:${project.no}`);
    await unit.works.add({ ...note, kind: 'progress', text: '接口试压', percent: 50, photos: [photo.digest] });
    unit.journal.add('story', { by: 'operator', at: now });
    return project.no;
  });
}
