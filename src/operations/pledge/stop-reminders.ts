import { Refusal } from '../../domain/refusal.js';
import type { Member } from '../../store/people/member.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * A member asks not to be reminded of pledges, of one project or of any, or takes that back (docs/domain.md 8.2). It is kept and heard the same
 * whether or not the household has promised anything.
 */
export async function stopReminders(
  unit: Unit,
  { member, no, stops }: { member: MemberView; no: number | undefined; stops: boolean },
): Promise<void> {
  const row = await unit.members.byUserid(member.userid);
  if (!row) throw new Refusal('data.none', {});
  if (no !== undefined && !(await unit.projects.byNo(no))) throw new Refusal('project.unknown', { no });
  const others = (row.noRemindersOf ?? []).filter(one => one !== no);
  const changes =
    no === undefined
      ? { noRemindersAt: stops ? unit.now : null, noRemindersOf: stops ? row.noRemindersOf : null }
      : { noRemindersOf: stops ? [...others, no] : others };
  await unit.members.keep(Object.assign(row, changes));
  unit.journal.add(stops ? 'pledge.quiet' : 'pledge.unquiet');
}

/** True when a member is not to be reminded of a project's pledges. */
export function isLeftAlone({ noRemindersAt, noRemindersOf }: Member, no: number): boolean {
  return noRemindersAt !== null || (noRemindersOf ?? []).includes(no);
}
