import { dayMs, dayOf } from '../../domain/calendar.js';
import { worksStates } from '../../domain/lifecycle.js';
import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Finding } from '../../store/works/finding.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import { isOfTeam } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';
import { photosOf } from './photos-of.js';
import { whichProject } from '../which-project.js';
import { topics } from '../../store/notice/topics.js';
import { publicWords } from '../people/public-words.js';

interface Deed {
  readonly member: MemberView;
}

/** A supervisor finds a fault and says by when it is to be mended; a week where no day is said. */
export async function findFault(
  unit: Unit,
  {
    member,
    no,
    text,
    day,
    pictures = [],
  }: Deed & {
    readonly no: number;
    readonly text: string;
    readonly day: string | null;
    readonly pictures?: readonly Picture[];
  },
): Promise<{ project: Project; finding: Finding }> {
  const { now } = unit;
  const project = await whichProject(unit, { no, states: worksStates, deed: '提整改' });
  await ensureOfTeam(unit, project, member);
  const dueOn = day ?? dayOf(new Date(now.getTime() + rulesAt(now).mendDays * dayMs));
  if (dueOn < dayOf(now)) throw new Refusal('finding.day', {});
  const foundPhotos = await photosOf(unit, { by: member.userid, about: `work:${project.no}`, pictures, now });
  const words = await publicWords(unit, text);
  const found = { text: words, dueOn, state: 'open' as const, foundById: member.id, foundAt: now, foundPhotos };
  const finding = await unit.supervision.addFinding({ projectId: project.id, ...found });
  unit.journal.add('finding.add', { facts: { no, finding: finding.no, dueOn } });
  return { project, finding };
}

/** Somebody who does the works says that a fault is mended, with pictures where there are any. */
export async function mendFault(
  unit: Unit,
  { member, finding: no, pictures = [] }: Deed & { readonly finding: number; readonly pictures?: readonly Picture[] },
): Promise<{ project: Project; finding: Finding }> {
  const { now } = unit;
  const { project, finding } = await findingOf(unit, no, 'open');
  const photos = await photosOf(unit, { by: member.userid, about: `work:${project.no}`, pictures, now });
  const mended = { state: 'mended' as const, mendedById: member.id, mendedAt: now, photos };
  await unit.supervision.keepFinding(Object.assign(finding, mended));
  unit.journal.add('finding.mend', { facts: { no: project.no, finding: no } });
  await unit.tell('works.mended', { project, finding });
  return { project, finding };
}

/** The team looks at it again: closed, or open again with what is still wrong. Whoever mended it does not check it. */
export async function checkFault(
  unit: Unit,
  { member, finding: no, fault }: Deed & { readonly finding: number; readonly fault: string | null },
): Promise<{ project: Project; finding: Finding }> {
  const { project, finding } = await findingOf(unit, no, 'mended');
  await ensureOfTeam(unit, project, member);
  if (finding.mendedById === member.id) throw new Refusal('finding.own', { finding: no });
  const state = fault === null ? ('closed' as const) : ('open' as const);
  await unit.supervision.keepFinding(
    Object.assign(finding, { state, checkedById: member.id, checkedAt: unit.now, fault }),
  );
  await unit.posts.withdraw(topics.finding(finding));
  const result = fault === null ? 'pass' : 'fail';
  unit.journal.add('finding.check', { facts: { no: project.no, finding: no, result } });
  return { project, finding };
}

/** Refused for whoever is not of the team that watches over this project. */
export async function ensureOfTeam(unit: Unit, { id, no }: Project, member: MemberView): Promise<void> {
  if (!(await isOfTeam(unit, id, member.id))) throw new Refusal('team.notOf', { no });
}

async function findingOf(
  unit: Unit,
  no: number,
  state: Finding['state'],
): Promise<{ project: Project; finding: Finding }> {
  const finding = await unit.supervision.finding(no);
  const project = finding && (await unit.projects.byId(finding.projectId));
  if (!finding || !project) throw new Refusal('finding.unknown', { finding: no });
  if (finding.state !== state) throw new Refusal('finding.state', { finding: no, state: finding.state });
  return { project, finding };
}
