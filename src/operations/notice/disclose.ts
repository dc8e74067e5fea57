import { onlyOne } from '../../domain/only-one.js';
import { checkCode } from '../../domain/notice/check-code.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { afterQuietHours } from '../../domain/notice/quiet-hours.js';
import type { Disclosure } from '../../store/notice/disclosure.js';
import type { Notice } from '../../store/notice/saying.js';
import type { Unit } from '../../store/engine/unit.js';

interface Told {
  /** The address of a project's page on the notice board. */
  readonly boardUrl: (no: number) => string;
  readonly foot?: string;
  readonly pictures?: readonly Buffer[];
}

/**
 * Tells the neighbourhood, on both channels at once: each notice is kept for the board and queued for the group, with its
 * number and a check code at the foot, so anyone can see that the two are the same (三公开, docs/domain.md 5.1). All stand in one
 * post to the group; those whose occasion has been told before are left out, and nothing is posted when nothing is new. The pictures
 * follow the words. `foot` stands below the last one. What the clock tells waits for the end of the quiet hours.
 */
export async function disclose(
  unit: Unit,
  notices: readonly Notice[],
  { boardUrl, foot, pictures = [] }: Told,
): Promise<Disclosure[]> {
  const { by, at: now } = unit.cause;
  const told: Disclosure[] = [];
  const parts: string[] = [];
  for (const { project, kind, occasion, text } of notices) {
    if (await unit.disclosures.has(project.id, kind, occasion)) continue;
    const isOfMoney = kind === 'funds' || kind === 'final';
    const sums = isOfMoney ? summaryOf(await unit.ledger.balances(project.id)) : null;
    const disclosure = await unit.disclosures.add({ projectId: project.id, kind, occasion, text, at: now, sums });
    const code = checkCode(disclosure);
    parts.push(`${text}\n\n第${disclosure.no}号公示 · [公示栏](${boardUrl(project.no)}) · 校验码 ${code}`);
    unit.journal.add('notice.publish', { facts: { no: project.no, kind, notice: disclosure.no, code } });
    told.push(disclosure);
  }
  if (told.length === 0) return [];
  const at = by === 'clock' ? afterQuietHours(now) : now;
  const words = [...parts, ...(foot ? [foot] : [])].join('\n\n');
  // A newer report of the same project takes the place of one that is still unsent.
  const only = onlyOne(told);
  const isReport = only !== undefined && (only.kind === 'funds' || only.kind === 'progress');
  const topic = isReport ? `${only.kind}/${only.projectId}` : null;
  await unit.posts.toGroup({ type: 'markdown_v2', text: words }, at, topic);
  for (const [index, picture] of pictures.entries()) {
    const content = { type: 'image' as const, base64: picture.toString('base64') };
    await unit.posts.toGroup(content, at, topic && `${topic}/picture${index}`);
  }
  return told;
}
