import type { Project } from '../../store/proposal/project.js';

/** True where number, title or place hold what is looked for; nothing looked for finds everything. */
export function isFound({ no, title, place }: Project, q: string): boolean {
  const sought = bare(q);
  return sought === '' || bare(`${no}号${title}${place ?? ''}`).includes(sought);
}

/** Full-width and capital letters, and blanks, make no difference to who looks for something. */
function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}
