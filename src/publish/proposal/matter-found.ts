import { asSought } from '../../domain/plain-text.js';
import type { Project } from '../../store/proposal/project.js';

/** True where number, title or place hold what is looked for; nothing looked for finds everything. */
export function isFound({ no, title, place }: Project, q: string): boolean {
  return asSought(`${no}号${title}${place ?? ''}`).includes(asSought(q));
}
