import { digestOf } from '../domain/journal.js';
import type { Disclosure, DisclosureKind } from '../store/entities/disclosure.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';

export interface NewDisclosure {
  readonly project: Project;
  readonly kind: DisclosureKind;
  /** What it is told about, such as a due time: the same occasion is told once. */
  readonly occasion: string;
  /** Markdown in the markdown_v2 dialect, without the foot. */
  readonly text: string;
  /** The project's page on the notice board. */
  readonly boardUrl: string;
  readonly by: string;
  readonly now: Date;
  readonly messageId?: string;
}

/**
 * Tells the neighbourhood, on both channels at once: the notice is kept for the board and queued for the group, with its
 * number and a check code at the foot, so anyone can see that the two are the same (三公开, domain.md 5.1). Null when this
 * occasion has been told before.
 */
export async function disclose(
  unit: Unit,
  { project, kind, occasion, text, boardUrl, by, now, messageId }: NewDisclosure,
): Promise<Disclosure | null> {
  if (await unit.disclosures.has(project.id, kind, occasion)) return null;
  const disclosure = await unit.disclosures.add({ projectId: project.id, kind, occasion, text, at: now });
  const code = digestOf({ no: disclosure.no, text }).slice(0, 8);
  await unit.posts.toGroup(
    { type: 'markdown_v2', text: `${text}\n\n第${disclosure.no}号公示 · [公示栏](${boardUrl}) · 校验码 ${code}` },
    now,
    kind === 'funds' || kind === 'progress' ? `${kind}/${project.id}` : null,
  );
  unit.journal.add('notice.publish', {
    by,
    at: now,
    messageId,
    facts: { no: project.no, kind, notice: disclosure.no, code },
  });
  return disclosure;
}
