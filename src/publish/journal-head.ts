import { wholeDayTold, momentWords } from '../domain/calendar.js';
import type { Unit } from '../store/engine/unit.js';
import { Html, html } from './html.js';
import { fill } from './templates.js';

/**
 * The head of the journal's chain: who notes it down today can prove tomorrow that nothing before it was changed.
 */
export async function journalHead(unit: Unit, now: Date): Promise<Html> {
  const head = await unit.journal.last();
  if (!head) return html`<p>记录还是空的。</p>`;
  const day = await unit.dayHeads.last();
  const total = day && html`全部网格${wholeDayTold(day.day)}的总校验码 ${checkCode(day.digest)}。`;
  return html`<p>
    截至${momentWords(now)}，记录共${head.seq}条，链头校验码
    ${checkCode(head.digest)}。${total}抄下它，以后就能查出记录有没有被改过、少过。
  </p>`;
}

/** As many characters of a digest as a person may copy by hand. */
function checkCode(digest: string): Html {
  return html`<code>${digest.slice(0, 16)}</code>`;
}

/** What stands below every report: whom to ask, and the head of the chain. */
export async function reportFoot(unit: Unit, no: number): Promise<string> {
  return [fill('落款', { 编号: no }), await chainHead(unit)].join('\n');
}

/**
 * The head of the chain as the group is told it, and the day's total of all grids: whoever keeps the message can hold the record to both,
 * and finds a grid or a tail that is gone.
 */
export async function chainHead(unit: Unit): Promise<string> {
  const head = await unit.journal.last();
  if (!head) return '';
  const day = await unit.dayHeads.last();
  const total = day ? `，全部网格${wholeDayTold(day.day)}总校验码 ${day.digest.slice(0, 16)}` : '';
  return `记录共${head.seq}条，链头 ${head.digest.slice(0, 16)}${total}`;
}
