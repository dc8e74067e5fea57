import type { DisclosureKind } from '../store/notice/disclosure.js';
import type { FactName } from '../store/notice/facts.js';
import type { Notice, Saying, Teller } from '../store/notice/saying.js';
import type { Project } from '../store/proposal/project.js';
import type { Unit } from '../store/engine/unit.js';
import { reportFoot } from './journal-head.js';

/** What is said of a fact, and to whom; the file is called as the fact is. */
export function tells<F extends FactName>(teller: Teller<F>): Teller<F> {
  return teller;
}

/** A numbered notice where it is about a project, else a plain post to the group. */
export function noticeOrPost(
  project: Project | null,
  { text, ...about }: { readonly kind: DisclosureKind; readonly occasion: string; readonly text: string },
): readonly Saying[] {
  return [project ? { notice: { project, text, ...about } } : { group: text }];
}

/** The report of several projects, one post in the group. */
export async function reportOf(
  unit: Unit,
  notices: readonly Notice[],
  pictures: readonly Buffer[] = [],
): Promise<readonly Saying[]> {
  const [first] = notices;
  return first ? [{ notices, pictures, foot: await reportFoot(unit, first.project.no) }] : [];
}

/** The project that a poll or a meeting is about; null where it is about none. */
export async function projectOf(
  unit: Unit,
  { projectId }: { readonly projectId: number | null },
): Promise<Project | null> {
  return projectId === null ? null : unit.projects.byId(projectId);
}
