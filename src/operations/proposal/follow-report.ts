import { may } from '../../domain/permissions.js';
import { categoryCalled } from '../../domain/proposal/categories.js';
import { endDueAt, handedDueAt, isReportOpen, type ReportState, reportPlace } from '../../domain/proposal/report.js';
import { Refusal } from '../../domain/refusal.js';
import type { RoleId } from '../../domain/permissions.js';
import type { Project } from '../../store/proposal/project.js';
import type { Report } from '../../store/proposal/report.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { openProposal } from './open-proposal.js';
import { addSupport } from './support-proposal.js';
import { ended, reportOf } from './report-matter.js';
import { topics } from '../../store/notice/topics.js';

interface Deed {
  readonly member: MemberView;
  readonly report: number;
}

/** Answers a report: each who told of it hears what will be done. From the first answer on the end is due. */
export async function answerReport(unit: Unit, deed: Deed & { text: string }): Promise<Report> {
  const { text } = deed;
  const report = await standing(unit, deed.report);
  if (report.state === 'open') Object.assign(report, { dueAt: endDueAt(unit.now), climbed: 0 });
  const changes = { state: 'answered', answer: text, answeredAt: unit.now } as const;
  await unit.reports.keep(Object.assign(report, changes));
  unit.journal.add('report.answer', { facts: { report: report.no } });
  await unit.tell('proposal.report-answered', { report });
  return report;
}

/** Takes a report over, or hands it on to whoever holds an office: the new one hears of it, and has days of their own where nobody has answered, once. */
export async function handReport(unit: Unit, deed: Deed & { to: string }): Promise<Report> {
  const { to } = deed;
  const report = await standing(unit, deed.report);
  const dueAt = report.state === 'open' && unit.now < report.dueAt ? handedDueAt(report, unit.now) : report.dueAt;
  await unit.reports.keep(Object.assign(report, { ownedBy: to, dueAt }));
  unit.journal.add('report.hand', { facts: { report: report.no } });
  await unit.tell('proposal.report-handed', { report });
  return report;
}

/** The account that holds an office in the building of a report, or in the grid; null where nobody does. */
export async function holderFor(unit: Unit, no: number, wanted: readonly RoleId[]): Promise<string | null> {
  const { building } = await reportOf(unit, no);
  for (const role of wanted) {
    const [userid] = await unit.members.withRole(role, building ?? undefined);
    if (userid !== undefined) return userid;
  }
  return null;
}

/** Ends a report with its reason: it was solved, or it is somebody else's, and whose. */
export async function endReport(
  unit: Unit,
  deed: Deed & { state: 'solved' | 'elsewhere'; reason: string },
): Promise<Report> {
  const { member, state, reason } = deed;
  const { now } = unit;
  const report = await standing(unit, deed.report);
  await close(unit, report, { state, reason, by: member.userid, now });
  unit.journal.add('report.end', { facts: { report: report.no, state } });
  await unit.tell('proposal.report-ended', { report });
  return report;
}

/**
 * A report grows into a proposal: whoever says so proposes it, and the household of each who reported seconds it. Only who
 * reported it, or sees to reports, may.
 */
export async function growReport(
  unit: Unit,
  deed: Deed & { title: string | null },
): Promise<{ report: Report; project: Project; count: number; missing: number }> {
  const { member } = deed;
  const { now } = unit;
  const report = await standing(unit, deed.report);
  const voices = await unit.reports.voices(report.id);
  const own = voices.find(({ by }) => by === member.userid);
  if (!own && !may(member, 'report.handle')) throw new Refusal('report.notYours', { report: report.no });
  // What others told was told to those who see to it: only the own words become the title that everybody reads.
  const title = deed.title ?? own?.words ?? `${reportPlace(report)}${categoryCalled(report.category).said}要修`;
  const { project, missing } = await openProposal(unit, {
    member,
    title,
    place: report.building === null ? undefined : reportPlace(report),
    cost: undefined,
  });
  let standingSo = { count: 1, missing };
  const seconded = new Set([member.householdId]);
  for (const { by } of voices) {
    const reporter = await unit.members.view(by);
    if (reporter.householdId === null || seconded.has(reporter.householdId)) continue;
    seconded.add(reporter.householdId);
    standingSo = await addSupport(unit, project, { householdId: reporter.householdId, memberId: reporter.id, now });
  }
  await close(unit, report, { state: 'grown', reason: title, by: member.userid, now, projectId: project.id });
  const facts = { report: report.no, no: project.no, count: standingSo.count };
  unit.journal.add('report.grow', { facts });
  await unit.tell('proposal.report-grown', { report, project, title, count: standingSo.count });
  return { report, project, ...standingSo };
}

async function close(
  unit: Unit,
  report: Report,
  end: { state: ReportState; reason: string; by: string; now: Date; projectId?: number },
): Promise<void> {
  const { state, reason, by, now, projectId = null } = end;
  await unit.reports.keep(Object.assign(report, { state, reason, endedAt: now, endedBy: by, projectId }));
  await unit.posts.withdraw(topics.reportOwner(report));
}

async function standing(unit: Unit, no: number): Promise<Report> {
  const report = await reportOf(unit, no);
  if (!isReportOpen(report)) throw new Refusal('report.ended', ended(report));
  return report;
}
