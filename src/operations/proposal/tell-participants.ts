import { allStates } from '../../domain/lifecycle.js';
import { askedNext, nextWords } from '../../domain/next-words.js';
import { firstParts, isNews } from '../../domain/proposal/taking-part.js';
import { Refusal } from '../../domain/refusal.js';
import type { Next } from '../../domain/step.js';
import type { MemberView } from '../../store/people/members.js';
import type { Project } from '../../store/proposal/project.js';
import { tookPart } from '../../store/proposal/taking-part.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { nextOf } from '../next-steps.js';

/**
 * Whoever took part in a matter hears in private of each step that it took since, at most once a week and matter, until its end
 * with what was reached and the thanks. Who asked not to be told is left alone. Running twice tells nothing twice.
 */
export async function tellParticipants(unit: Unit): Promise<void> {
  for (const project of await unit.projects.inStates(allStates)) {
    const count = await tellOf(unit, project, unit.now);
    if (count > 0) unit.journal.add('matter.tell', { facts: { no: project.no, count } });
  }
}

/** Somebody asks not to be told of a matter any more, or takes that back. It is heard the same by those who took no part. */
export async function quietMatter(
  unit: Unit,
  { member, no, stops }: { member: MemberView; no: number; stops: boolean },
): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const known = await unit.projects.followers.of(project.id, member.userid);
  const follower = known ?? { projectId: project.id, by: member.userid, toldAt: null };
  await unit.projects.followers.keep({ ...follower, quietAt: stops ? unit.now : null });
  if (stops) await unit.posts.withdraw(topics.matter(project), member.userid);
  const facts = { no };
  unit.journal.add(stops ? 'matter.quiet' : 'matter.unquiet', { facts });
  return project;
}

async function tellOf(unit: Unit, project: Project, now: Date): Promise<number> {
  // Most matters stand as they stood: nobody is looked for, where nobody could hear anything new.
  if (!isNews({ stateSince: project.stateSince, tookPartAt: new Date(0), toldAt: null }, now)) return 0;
  const told = new Map((await unit.projects.followers.ofProject(project.id)).map(one => [one.by, one]));
  const all = firstParts(await tookPart(unit, project));
  const due = all.filter(({ by, at }) => {
    const { toldAt = null, quietAt = null } = told.get(by) ?? {};
    return quietAt === null && isNews({ stateSince: project.stateSince, tookPartAt: at, toldAt }, now);
  });
  if (due.length === 0) return 0;
  const next = followedNext(await nextOf(unit, project, now), now);
  await unit.tell('proposal.moved-on', { project, parts: due, people: all.length, next });
  for (const one of due) {
    const follower = told.get(one.by) ?? { projectId: project.id, by: one.by };
    await unit.projects.followers.keep({ ...follower, toldAt: now });
  }
  return due.length;
}

/** Residents hear the words that do what is asked of residents; of what an office does, that it does it. */
function followedNext(next: Next, now: Date): string {
  const first = next.steps.find(({ optional }) => !optional);
  const isTheirs = first?.for.roles?.includes('resident') || first?.for.households !== undefined;
  return isTheirs ? nextWords(next, now) : askedNext(next, now);
}
