import { ensureState } from '../../domain/lifecycle.js';
import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import { isSecretary } from '../../domain/permissions.js';
import type { Project } from '../../store/proposal/project.js';
import type { Stoppage } from '../../store/works/stoppage.js';
import type { MemberView } from '../../store/people/members.js';
import { topics } from '../../store/notice/topics.js';
import type { Unit } from '../../store/engine/unit.js';
import { isOfTeam } from '../../store/works/team.js';
import { photosOf } from './photos-of.js';
import { publicWords } from '../people/public-words.js';

interface Deed {
  readonly member: MemberView;
  readonly no: number;
}

/** Works stand still: a member of the supervision team calls them off, or a secretary decides it, with a reason (docs/domain.md 4.1). */
export async function stopWorks(
  unit: Unit,
  { member, no, reason, pictures = [] }: Deed & { readonly reason: string; readonly pictures?: readonly Picture[] },
): Promise<{ project: Project; stoppage: Stoppage }> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, ['funded', 'in_progress', 'rectification'], '停工');
  if (await unit.watch.stoppage(project.id)) throw new Refusal('works.stopped', { no });
  const by = await sideOf(unit, project, member);
  const stoppage = await unit.watch.keepStoppage({
    gridId: unit.grid.id,
    projectId: project.id,
    by,
    reason: await publicWords(unit, reason),
    photos: await photosOf(unit, { by: member.userid, about: `work:${no}`, pictures, now }),
    memberId: member.id,
    since: now,
  });
  unit.journal.add('works.stop', { facts: { no, side: by } });
  await unit.tell('works.stopped', { project, stoppage });
  return { project, stoppage };
}

/** Works go on: whoever's side stopped them lets them go on. */
export async function resumeWorks(unit: Unit, { member, no }: Deed): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const stoppage = await unit.watch.stoppage(project.id);
  if (!stoppage) throw new Refusal('works.goOn', { no });
  if ((await sideOf(unit, project, member)) !== stoppage.by)
    throw new Refusal('works.otherSide', { no, by: stoppage.by, reason: stoppage.reason });
  await unit.watch.keepStoppage(Object.assign(stoppage, { liftedAt: unit.now, liftedById: member.id }));
  unit.journal.add('works.resume', { facts: { no } });
  await unit.posts.withdraw(topics.stop(project));
  return project;
}

async function sideOf(unit: Unit, project: Project, member: MemberView): Promise<Stoppage['by']> {
  if (await isOfTeam(unit, project.id, member.id)) return 'team';
  if (isSecretary(member)) return 'decision';
  throw new Refusal('team.notOf', { no: project.no });
}
