import { dayMs } from '../../domain/calendar.js';
import { may } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import { isOfTeam } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Makes a link, good for a day, by which someone who answers for a project fetches its dossier (docs/domain.md 14). It holds
 * vouchers whole, so the export is logged with who asked for it.
 */
export async function handOutDossier(
  unit: Unit,
  asking: { member: MemberView; no: number; secret: string },
): Promise<{ project: Project; expiresAt: Date }> {
  const { member, no, secret } = asking;
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  if (!(await answersFor(unit, member, project))) throw new Refusal('team.notOf', { no });
  const expiresAt = new Date(now.getTime() + dayMs);
  await unit.personal.handOut({ secret, userid: member.userid, now, expiresAt, project: no });
  unit.journal.add('dossier.hand-out', { facts: { no } });
  return { project, expiresAt };
}

/** True for who answers for a project by an office of the grid, or watches over this one: those who watch over another do not. */
export async function answersFor(unit: Unit, member: MemberView, { id }: Pick<Project, 'id'>): Promise<boolean> {
  const roles = member.roles.filter(({ role }) => role !== 'supervisor');
  return may({ householdId: null, roles }, 'dossier.export') || isOfTeam(unit, id, member.id);
}
