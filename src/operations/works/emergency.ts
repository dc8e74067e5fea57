import { ensureState } from '../../domain/lifecycle.js';
import { confirmers, type RoleId } from '../../domain/permissions.js';
import { type Emergency, isLapsed, isSameMatter } from '../../domain/plan/emergency.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import { ensureSays } from '../../language/values/evidence-said.js';
import { isWithin } from '../../domain/plan/scope.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { publicWords } from '../people/public-words.js';

interface Deed {
  readonly member: MemberView;
  readonly no: number;
}

/** Before anybody has voted on it. */
const open = ['issue_reported', 'topic_proposed', 'topic_selected', 'plan_published'] as const;

/**
 * A secretary declares that something of the emergency list cannot wait for a vote (docs/domain.md 4.2, 8.7): what it is and what it may
 * cost at most. Works begin when a household concerned and somebody in office have confirmed it on the spot. Never twice for one
 * matter, whatever number it has.
 */
export async function declareEmergency(
  unit: Unit,
  { member, no, what: said, capFen }: Deed & { readonly what: string; readonly capFen: number },
): Promise<void> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const earlier = project.emergency;
  if (earlier && !isLapsed(earlier, now)) throw new Refusal('emergency.again', { no, other: no });
  ensureState(project, open, '应急抢修');
  if (project.payerCheck?.answer !== 'emergency') throw new Refusal('emergency.notListed', { no });
  const what = await publicWords(unit, said);
  ensureSays(what, '应急的情况');
  const mostFen = rulesAt(now).emergencyMostFen;
  if (capFen > mostFen) throw new Refusal('emergency.cap', { no, mostFen });
  const others = (await unit.projects.all()).filter(({ id, emergency }) => id !== project.id && emergency !== null);
  const same = others.find(
    ({ emergency, title }) => emergency && !isLapsed(emergency, now) && isSameMatter({ title }, project),
  );
  if (same) throw new Refusal('emergency.again', { no, other: same.no });
  const emergency: Emergency = {
    what,
    capFen,
    declaredById: member.id,
    declaredAt: now.toISOString(),
    householdById: null,
    officeById: null,
    startedAt: null,
  };
  await unit.projects.keep(Object.assign(project, { emergency }));
  unit.journal.add('emergency.declare', { facts: { no, capFen, what } });
  await unit.tell('works.emergency', { project, emergency });
}

/** Somebody has seen it on the spot. With a household concerned and somebody in office, neither of them who declared it, works begin. */
export async function confirmEmergency(unit: Unit, { member, no }: Deed): Promise<Project> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const { emergency } = project;
  if (!emergency || isLapsed(emergency, now)) throw new Refusal('emergency.none', { no });
  if (emergency.startedAt) throw new Refusal('emergency.confirmed', { no });
  ensureState(project, open, '应急确认');
  const seen = seenBy(project, emergency, member);
  const confirmed = { ...emergency, ...seen };
  const starts = confirmed.householdById !== null && confirmed.officeById !== null;
  if (starts)
    await unit.projects.moveTo(project, 'in_progress', now, {
      emergency: { ...confirmed, startedAt: now.toISOString() },
      budgetFen: emergency.capFen,
      planText: emergency.what,
      // One sum within the cap: what the usual plan had foreseen does not bind what cannot wait.
      budgetLines: null,
      fundingPlan: null,
    });
  else await unit.projects.keep(Object.assign(project, { emergency: confirmed }));
  unit.journal.add('emergency.confirm', { facts: { no, starts } });
  if (starts && project.emergency) await unit.tell('works.started', { project, emergency: project.emergency });
  return project;
}

/** In which part a member confirms: who holds an office, in that; everybody else for their household, within the scope. */
function seenBy(
  { no, scope }: Project,
  { declaredById, householdById, officeById }: Emergency,
  { id, household, roles }: MemberView,
): Partial<Emergency> {
  if ([declaredById, householdById, officeById].includes(id)) throw new Refusal('emergency.samePerson', { no });
  const inOffice = roles.some(({ role }) => (confirmers as readonly RoleId[]).includes(role));
  if (inOffice && officeById === null) return { officeById: id };
  if (household && isWithin(scope, household) && householdById === null) return { householdById: id };
  throw new Refusal('emergency.otherNeeded', { no, missing: householdById === null ? 'household' : 'office' });
}

/** Before anybody has voted no more is spent than what was declared (docs/domain.md 8.7). */
export function ensureWithinCap({ no, emergency }: Project, askedFen: number): void {
  if (emergency?.startedAt && askedFen > emergency.capFen)
    throw new Refusal('emergency.overCap', { no, capFen: emergency.capFen });
}
