import { dayMs } from '../../domain/calendar.js';
import type { Picture } from '../../domain/picture.js';
import { type RoleId, may } from '../../domain/permissions.js';
import type { Category } from '../../domain/proposal/categories.js';
import { answerDueAt, isReportOpen, reportPlace, reportStates } from '../../domain/proposal/report.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Report } from '../../store/proposal/report.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { photosOf } from '../works/photos-of.js';

/** What somebody tells of a trouble. */
interface Told {
  readonly member: MemberView;
  readonly words: string;
  readonly place: string | null;
  readonly pictures: readonly Picture[];
}

interface NewReport extends Told {
  readonly category: Category;
  /** Labels of the roster, where they were said. */
  readonly at: { readonly building?: string; readonly unit?: string };
  /** True for what cannot wait: leaders and workers hear of it at once, at night too. */
  readonly isUrgent: boolean;
}

/**
 * Records a trouble that was reported, under a number, with somebody who sees to it and a day by which it is answered
 * (docs/domain.md 4.1). Anybody may report, who is bound to no home as well.
 */
export async function openReport(unit: Unit, told: NewReport): Promise<Report> {
  const { category, at, isUrgent } = told;
  await ensureFew(unit, told);
  const ownedBy = await ownerOf(unit, { category, building: nearby(told), isUrgent });
  const report = await unit.reports.open({
    category: category.id,
    building: at.building ?? null,
    unit: at.unit ?? null,
    state: 'open',
    openedAt: unit.now,
    ownedBy,
    dueAt: answerDueAt(unit.now),
    climbed: 0,
  });
  await speak(unit, report, told);
  const facts = { report: report.no, category: category.id, urgent: isUrgent };
  unit.journal.add('report.open', { facts });
  await callOut(unit, report, told);
  return report;
}

/** Adds somebody's word to a report of the same trouble: one matter, with all who told of it. */
export async function joinReport(
  unit: Unit,
  told: Told & { report: number },
): Promise<{ report: Report; voices: number }> {
  const report = await reportOf(unit, told.report);
  if (!isReportOpen(report)) throw new Refusal('report.ended', ended(report));
  const voices = await unit.reports.voices(report.id);
  if (voices.some(({ by }) => by === told.member.userid)) throw new Refusal('report.again', { report: report.no });
  await ensureFew(unit, told);
  await speak(unit, report, told);
  const facts = { report: report.no, voices: voices.length + 1 };
  unit.journal.add('report.join', { facts });
  return { report, voices: voices.length + 1 };
}

/** An open report as another one is held against it: its first words, its kind, and where it is. */
export interface StandingReport {
  readonly no: number;
  readonly words: string;
  readonly place: string | null;
  readonly category: string;
  readonly at: { readonly building?: string; readonly unit?: string };
  /** As everybody may read it. */
  readonly where: string;
}

/** What is open, for whoever looks for the same trouble. */
export async function standingReports(unit: Unit): Promise<StandingReport[]> {
  const found: StandingReport[] = [];
  for (const report of await unit.reports.standing()) {
    const { no, category, building, unit: entrance } = report;
    const [first] = await unit.reports.voices(report.id);
    const at = { ...(building === null ? {} : { building }), ...(entrance === null ? {} : { unit: entrance }) };
    const { words = '', place = null } = first ?? {};
    found.push({ no, category, at, words, place, where: reportPlace(report) });
  }
  return found;
}

/** The report that a number names. */
export async function reportOf(unit: Unit, no: number): Promise<Report> {
  const report = await unit.reports.byNo(no);
  if (!report) throw new Refusal('report.unknown', { report: no });
  return report;
}

/** What is said of a report that has come to its end. */
export function ended({ no, state }: Report): { report: number; state: string } {
  return { report: no, state: reportStates[state] };
}

/** Who walks the grid and reports what they see is not held back; a resident is, lest one fills the list. */
async function ensureFew(unit: Unit, { member }: Told): Promise<void> {
  const { reportsADay } = rulesAt(unit.now);
  if (may(member, 'report.handle')) return;
  const count = await unit.reports.countBy(member.userid, new Date(unit.now.getTime() - dayMs));
  if (count >= reportsADay) throw new Refusal('report.tooMany', { most: reportsADay });
}

async function speak(unit: Unit, report: Report, { member, words, place, pictures }: Told): Promise<void> {
  const { now } = unit;
  const about = `report:${report.id}`;
  await unit.reports.speak({
    reportId: report.id,
    by: member.userid,
    householdId: member.householdId,
    words,
    place,
    photos: await photosOf(unit, { by: member.userid, about, pictures, now }),
    at: now,
  });
}

/**
 * Who sees to a report: what is urgent the building's leader, what the property company or a utility has to pay for by the usual
 * liability (docs/domain.md 4.2) theirs, where the grid knows them; everything else the grid worker.
 */
async function ownerOf(
  unit: Unit,
  { category, building, isUrgent }: { category: Category; building: string | undefined; isUrgent: boolean },
): Promise<string | null> {
  const liable: readonly RoleId[] =
    category.payer === 'property' ? ['property_company'] : category.payer === 'utility' ? ['utility'] : [];
  const first: readonly RoleId[] = isUrgent && building !== undefined ? ['building_leader'] : isUrgent ? [] : liable;
  for (const role of [...first, 'grid_worker', 'grid_deputy', 'grid_secretary', 'community_secretary'] as const) {
    const [userid] = await unit.members.withRole(role, role === 'building_leader' ? building : undefined);
    if (userid !== undefined) return userid;
  }
  return null;
}

/** The building whose leader is to look: the one that was said, else the reporter's own. It is not kept: everybody may read what is. */
function nearby({ at, member }: NewReport): string | undefined {
  return at.building ?? member.household?.building;
}

/** Who sees to it hears of it in private; of what is urgent the building's leaders and the grid's workers too, at night as well. */
async function callOut(unit: Unit, report: Report, told: NewReport): Promise<void> {
  const { member, words, pictures, isUrgent } = told;
  const owners = new Set(report.ownedBy === null ? [] : [report.ownedBy]);
  if (isUrgent) {
    for (const userid of await unit.members.withRole('grid_worker')) owners.add(userid);
    const building = nearby(told);
    if (building !== undefined)
      for (const userid of await unit.members.withRole('building_leader', building)) owners.add(userid);
  }
  owners.delete(member.userid);
  const isResident = member.householdId !== null;
  await unit.tell('proposal.report-opened', {
    report,
    owners: [...owners],
    isResident,
    words,
    photos: pictures.length,
    isUrgent,
  });
}
