import { type Source, summaryOf } from '../../src/domain/funds/ledger.js';
import { receiptPostings, spendPostings } from '../../src/domain/funds/postings.js';
import { fundsNotice, fundsOf } from '../../src/publish/funds/funds-report.js';
import type { Project } from '../../src/store/proposal/project.js';
import type { WorkNote } from '../../src/store/works/work-note.js';
import type { Neighbourhood } from './neighbourhood.js';

/** A grid with its clock, whichever way its people reach the bot. */
export type GridAt = Pick<Neighbourhood, 'inUnit' | 'now'>;

/** A street lamp in progress, or as a test needs it; raised by the resident of that userid. */
export async function aProject(grid: GridAt, changes: Partial<Project> & { proposer?: string } = {}): Promise<Project> {
  const { proposer = 'r041', ...columns } = changes;
  return grid.inUnit(async unit => {
    const { id } = await unit.members.view(proposer);
    const project = await unit.projects.keep({
      gridId: unit.grid.id,
      no: await unit.projects.takeNo(),
      title: '装路灯',
      place: '3号楼东头',
      proposerId: id,
      state: 'in_progress',
      stateSince: grid.now,
      fundingClass: 'urgent',
      costFen: null,
      budgetFen: 300_000,
      planText: '立灯杆、拉线',
      planVersion: 1,
      payerCheck: { answer: 'owners', evidence: '已过保修', by: id, at: grid.now.toISOString() },
      planPublishedAt: grid.now,
      pledgeClosesAt: null,
      percent: 0,
      acceptedAt: null,
      settledAt: null,
      openedAt: grid.now,
      ...columns,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
    return project;
  });
}

/** A matter whose plan is not made yet. */
export const unplanned = {
  state: 'topic_selected',
  budgetFen: null,
  planText: null,
  planVersion: 0,
  planPublishedAt: null,
} as const;

/** A matter of 24,000 yuan whose plan has been on display since 1 March. */
export const onDisplay = {
  state: 'plan_published',
  planText: '照方案办',
  budgetFen: 2_400_000,
  planPublishedAt: new Date('2026-03-01T09:00:00+08:00'),
} as const;

/** Three supervise a matter, the first of the sample's supervisors before two residents. */
export async function supervised(grid: Neighbourhood, projectId: number): Promise<void> {
  await grid.inUnit(async unit => {
    const memberIds: number[] = [];
    for (const userid of [grid.role('supervisor').userid, 'r066', 'r096'])
      memberIds.push((await unit.members.view(userid)).id);
    const team = { memberIds, setById: memberIds[0] ?? 0, setAt: grid.now };
    await unit.supervision.keepTeam({ gridId: unit.grid.id, projectId, ...team });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

/** A round until 20 March in which residents are asked for so much; what a subsidy gives comes on top. */
export function aRoundOf(
  targetFen: number,
  { capFen, minimumFen = targetFen, subsidyFen = 0 }: { capFen: number; minimumFen?: number; subsidyFen?: number },
): Partial<Project> {
  const residents = { source: 'residents', plannedFen: targetFen, evidence: null } as const;
  const subsidy = { source: 'subsidy', plannedFen: subsidyFen, evidence: '批文桓财2026-12号' } as const;
  return {
    state: 'pledging',
    budgetFen: targetFen + subsidyFen,
    round: { targetFen, minimumFen, capFen },
    pledgeClosesAt: new Date('2026-03-20T23:59:00+08:00'),
    ...(subsidyFen > 0 && { fundingPlan: { sources: [residents, subsidy] } }),
  };
}

/** The project as it stands now. */
export async function theProject(grid: Neighbourhood, no: number): Promise<Project> {
  const project = await grid.inUnit(unit => unit.projects.byNo(no));
  if (!project) throw new Error(`there is no project ${no}`);
  return project;
}

/** The project's money as the next funds notice will tell it. */
export async function fundsAre(grid: Neighbourhood, no: number): Promise<string> {
  const project = await theProject(grid, no);
  return grid.inUnit(async unit => fundsNotice(project, await fundsOf(unit, project), grid.now));
}

export async function noted(grid: Neighbourhood, project: Project, note: Partial<WorkNote>): Promise<void> {
  await grid.inUnit(async unit => {
    const at = grid.now;
    await unit.works.add({
      projectId: project.id,
      kind: 'progress',
      text: '挖沟',
      percent: null,
      result: null,
      memberId: 1,
      at,
      ...note,
    });
    unit.journal.add('story', { by: 'operator', at });
  });
}

/** Money that came in, from a household or from elsewhere. */
export async function received(
  grid: GridAt,
  project: Project,
  money: { fen: number; source?: Source; householdId?: number },
): Promise<void> {
  const { fen, source = 'residents', householdId = null } = money;
  await grid.inUnit(async unit => {
    await unit.ledger.post({
      projectId: project.id,
      kind: 'receipt',
      // Recorded and reconciled in one.
      postings: [...receiptPostings(source, fen), { from: `received/${source}`, to: `cash/${source}`, amountFen: fen }],
      why: '众筹款',
      by: 'r004',
      householdId,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

/** A payment that was made, for a request that others approved. */
export async function paid(
  grid: Neighbourhood,
  project: Project,
  { fen, why, line = null, photo = 'f00d' }: { fen: number; why: string; line?: string | null; photo?: string | null },
): Promise<void> {
  await grid.inUnit(async unit => {
    const { earmarks } = project;
    const postings = spendPostings(await unit.ledger.balances(project.id), fen, { line, earmarks });
    const entry = { projectId: project.id, kind: 'spend', postings, why, by: 'r004' } as const;
    const { no } = await unit.ledger.post(entry);
    await unit.spending.add({
      projectId: project.id,
      amountFen: fen,
      purpose: why,
      line,
      photo,
      askedById: 1,
      askedAt: grid.now,
      state: 'paid',
      checkedById: 2,
      checkedAt: grid.now,
      approvals: [3],
      approvedAt: grid.now,
      entryNo: no,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

/** The bookkeeper finds on the bank's list what the cashier recorded. */
export async function reconciles(grid: Neighbourhood, no: number): Promise<string> {
  const { pendingFen } = await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(no);
    return summaryOf(await unit.ledger.balances(project?.id ?? 0));
  });
  return grid.role('bookkeeper').says(`${no}号对账无误，共${pendingFen / 100}元`);
}

/** The handler asks for a payment, with the picture of its voucher. */
export async function asksToPay(grid: Neighbourhood, said: string): Promise<string> {
  const leader = grid.role('building_leader');
  await leader.sends(`发票：${said}，${grid.now.getTime()}`);
  return leader.says(said, { chat: 'single' });
}

/** A payment from the request, with the picture of its voucher, to the cashier's word, each step by another person, and a day for the supervisors. */
export async function spends(grid: Neighbourhood, no: number, amount: string, purpose: string): Promise<string> {
  const asked = await asksToPay(grid, `${no}号申请支出${amount}：${purpose}`);
  const request = /支出申请(\d+)已提交/u.exec(asked)?.[1];
  if (!request) return asked;
  await grid.role('bookkeeper').says(`核对申请${request}`);
  await grid.role('community_secretary').says(`批准申请${request}`);
  await grid.role('grid_secretary').says(`批准申请${request}`);
  await grid.role('supervisor').says(`申请${request}无异议`);
  grid.now = new Date(grid.now.getTime() + 86_400_000);
  return grid.role('cashier').says(`付申请${request}`);
}

/** A vote of the owners that is closed, as it came out. */
export async function anOwnersResult(
  grid: Neighbourhood,
  no: number,
  changes: Record<string, unknown> = {},
): Promise<void> {
  await grid.inUnit(async unit => {
    const at = new Date('2026-02-01T10:00:00+08:00');
    await unit.polls.keep({
      gridId: unit.grid.id,
      no,
      projectId: null,
      question: '动用公共收益26000元',
      track: 'owners_ordinary',
      ruleVersion: 'owners-1',
      householdCount: 118,
      openedById: 1,
      opensAt: at,
      closesAt: at,
      closedAt: at,
      reviewEndsAt: at,
      result: { households: 118, voted: 118, silent: 0, counts: { agree: 118 }, quorum: true, passed: true },
      decides: { public_revenue: 2_600_000, maintenance_fund: 2_600_000, owner_levy: 2_600_000 },
      ...changes,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}
