import { dayOf, startOf } from '../../domain/calendar.js';
import { isWorkday, workdaysEnd } from '../../domain/periods.js';
import type { MonthFigures } from '../../domain/works/month-figures.js';
import { Refusal } from '../../domain/refusal.js';
import type { Unit } from '../../store/engine/unit.js';
import type { MemberView } from '../../store/people/members.js';
import type { Project } from '../../store/proposal/project.js';
import { missedDuty, worksDays } from '../../store/works/duty.js';
import type { TeamMonth } from '../../store/works/team-month.js';
import { teamOf } from '../../store/works/team.js';
import { ensureOfTeam } from './mend-finding.js';
import { topics } from '../../store/notice/topics.js';

/** So many workdays its signatures are waited for; then it is posted with those that are there. */
const signWorkdays = 5;

interface MonthReport {
  readonly project: Project;
  readonly report: TeamMonth;
  readonly team: number;
}

/** On the first workdays of a month: makes the report of the month before for each project that had works, and asks its team to sign. */
export async function makeTeamMonths(unit: Unit): Promise<void> {
  const { now } = unit;
  if (!isWorkday(now)) return;
  const month = dayOf(new Date(startOf('month', now).getTime() - 1)).slice(0, 7);
  for (const project of await unit.projects.underWay()) {
    if (await unit.supervision.month(project.id, month)) continue;
    const figures = await figuresOf(unit, project, { month, now });
    const team = await teamOf(unit, project.id);
    if (figures === null || team.length === 0) continue;
    await unit.supervision.keepMonth({
      gridId: unit.grid.id,
      projectId: project.id,
      month,
      figures,
      people: [],
      madeAt: now,
      postedAt: null,
    });
    unit.journal.add('month.make', { facts: { no: project.no, month } });
    await unit.tell('works.month-made', { project, month, figures, team });
  }
}

/** A member of the team signs the newest report of a project; with the last signature it is posted. Signing twice is once. */
export async function signTeamMonth(
  unit: Unit,
  { member, no }: { member: MemberView; no: number },
): Promise<Omit<MonthReport, 'project'> & { isWhole: boolean }> {
  const { project, report } = await newestMonth(unit, no);
  await ensureOfTeam(unit, project, member);
  const { month } = report;
  if (report.postedAt !== null) throw new Refusal('month.posted', { no, month });
  if (report.people.includes(member.id)) throw new Refusal('month.signed', { no, month });
  await unit.supervision.keepMonth(Object.assign(report, { people: [...report.people, member.id] }));
  unit.journal.add('month.sign', { facts: { no, month } });
  const team = await teamOf(unit, project.id);
  const isWhole = team.every(({ id }) => report.people.includes(id));
  if (isWhole) await postMonth(unit, { project, report, team: team.length });
  return { report, team: team.length, isWhole };
}

/** The newest report of a project; refused where there is none yet. */
export async function newestMonth(unit: Unit, no: number): Promise<{ project: Project; report: TeamMonth }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const report = await unit.supervision.newestMonth(project.id);
  if (!report) throw new Refusal('month.none', { no });
  return { project, report };
}

/** Reports whose signatures were waited for long enough, and that are not posted. */
export async function monthsToPost(unit: Unit, now: Date): Promise<MonthReport[]> {
  const found: MonthReport[] = [];
  for (const report of await unit.supervision.unpostedMonths()) {
    const project = workdaysEnd(report.madeAt, signWorkdays) <= now ? await unit.projects.byId(report.projectId) : null;
    if (project) found.push({ project, report, team: (await teamOf(unit, project.id)).length });
  }
  return found;
}

/** Posts a report, once: it takes no signature from then on. */
export async function postMonth(unit: Unit, { project, report, team }: MonthReport): Promise<void> {
  const { month, people } = report;
  await unit.tell('works.reported', { project, report, team });
  await unit.supervision.keepMonth(Object.assign(report, { postedAt: unit.now }));
  await unit.posts.withdraw(topics.month(project));
  unit.journal.add('month.post', { by: 'clock', facts: { month, signed: people.length } });
}

/** Null for a month without works. */
async function figuresOf(
  unit: Unit,
  project: Project,
  { month, now }: { month: string; now: Date },
): Promise<MonthFigures | null> {
  const isIn = (at: Date | null): boolean => at !== null && dayOf(at).startsWith(month);
  const isAfter = (at: Date): boolean => dayOf(at).slice(0, 7) > month;
  const stoppages = await unit.watch.stoppages(project.id);
  const stands = (day: string): boolean =>
    stoppages.some(({ since, liftedAt }) => day >= dayOf(since) && day <= dayOf(liftedAt ?? now));
  const worked = ((await worksDays(unit, project, now)) ?? []).filter(day => day.startsWith(month));
  const stops = stoppages.filter(({ since }) => isIn(since)).length;
  if (worked.length === 0 && stops === 0) return null;
  const days = worked.filter(day => !stands(day)).length;
  const missed = (await missedDuty(unit, project, now)).filter(day => day.startsWith(month)).length;
  const findings = (await unit.supervision.findings(project.id)).filter(({ foundAt }) => !isAfter(foundAt));
  const closedAt = ({ state, checkedAt }: (typeof findings)[number]): Date | null =>
    state === 'closed' ? checkedAt : null;
  return {
    days,
    seen: days - missed,
    rounds: (await unit.works.notes(project.id, 'inspection')).filter(({ at }) => isIn(at)).length,
    found: findings.filter(({ foundAt }) => isIn(foundAt)).length,
    closed: findings.filter(finding => isIn(closedAt(finding))).length,
    open: findings.filter(finding => {
      const at = closedAt(finding);
      return at === null || isAfter(at);
    }).length,
    stops,
  };
}
