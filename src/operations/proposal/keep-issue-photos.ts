import { ensureState, type ProjectState, states } from '../../domain/lifecycle.js';
import { may } from '../../domain/permissions.js';
import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { evidenceFor } from '../evidence-for.js';
import { photosOf } from '../works/photos-of.js';

interface Asked {
  readonly member: MemberView;
  readonly no: number;
}

/** As many pictures as one message of a phone holds. */
const most = 9;

const beforeWorks = (Object.keys(states) as ProjectState[]).filter(
  state => [1, 2, 3].includes(states[state].step) && state !== 'in_progress' && state !== 'withdrawn',
);

/**
 * Puts pictures of what is wrong beside a proposal (docs/domain.md 5.2): by its proposer or a secretary, until the works begin.
 * They came with the words, or one was sent in private within the last half hour. Everybody may see them.
 */
export async function keepIssuePhotos(
  unit: Unit,
  { member, no, pictures }: Asked & { readonly pictures: readonly Picture[] },
): Promise<number> {
  const { now } = unit;
  const project = await ownIssue(unit, member, no);
  ensureState(project, beforeWorks, '补问题照片');
  const kept = (await unit.works.issuePhotos(project.id)).length;
  if (kept + Math.max(pictures.length, 1) > most) throw new Refusal('photo.tooMany', { no, most, kept });

  const photos = await withWords(unit, { project, member, pictures });
  if (pictures.length === 0) {
    const sent = await evidenceFor(unit, { by: member.userid, pictures, what: '问题', now });
    await unit.evidence.use(sent, about(project));
    photos.push(sent.digest);
    await note(unit, { project, member, photos, now });
  }
  if (photos.length === 0) throw new Refusal('evidence.used', { what: '问题' });
  unit.journal.add('proposal.photo', { facts: { no, photos } });
  return photos.length;
}

/** Keeps the pictures that came with the words, beside the proposal they are about; answers their digests. */
export async function withWords(
  unit: Unit,
  { project, member, pictures }: { project: Project; member: MemberView; pictures: readonly Picture[] },
): Promise<string[]> {
  const { now } = unit;
  const photos = (await photosOf(unit, { by: member.userid, about: about(project), pictures, now })) ?? [];
  if (photos.length > 0) await note(unit, { project, member, photos, now });
  return photos;
}

/** Takes all pictures of what is wrong off the board, such as where somebody's face is on one. They may be sent anew. */
export async function hideIssuePhotos(unit: Unit, { member, no }: Asked): Promise<number> {
  const { now } = unit;
  const project = await ownIssue(unit, member, no);
  const photos = await unit.works.issuePhotos(project.id);
  if (photos.length === 0) throw new Refusal('photo.none', { no });
  for (const { digest } of photos) await unit.evidence.hide(digest, about(project));
  await note(unit, { project, member, photos: null, now });
  unit.journal.add('proposal.unphoto', { facts: { no, count: photos.length } });
  return photos.length;
}

/** The matters that a member has raised and may still put pictures to, newest first. */
export async function issuesToPicture(unit: Unit, member: MemberView): Promise<Project[]> {
  if (member.id === 0) return [];
  return (await unit.projects.inStates(beforeWorks)).filter(({ proposerId }) => proposerId === member.id).toReversed();
}

async function ownIssue(unit: Unit, member: MemberView, no: number): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  // Whoever decides what becomes of a proposal may complete it.
  if (project.proposerId !== member.id && !may(member, 'proposal.classify'))
    throw new Refusal('photo.notYours', { no });
  return project;
}

function about({ no }: Project): string {
  return `issue:${no}`;
}

async function note(
  unit: Unit,
  { project, member, photos, now }: { project: Project; member: MemberView; photos: string[] | null; now: Date },
): Promise<void> {
  await unit.works.add({
    projectId: project.id,
    kind: 'issue',
    text: '',
    percent: null,
    result: null,
    memberId: member.id,
    at: now,
    photos,
  });
}
