import type { Poll } from '../../store/poll/poll.js';
import type { Unit } from '../../store/engine/unit.js';
import { countSheetLink, decision } from './board-decisions.js';
import { framed } from '../board-frame.js';
import { type Html, html } from '../html.js';
import { usualLook } from '../look.js';
import { journalHead } from '../journal-head.js';

/** The page of a question that belongs to no project. Null where there is none of that number. */
export async function pollBoard(unit: Unit, no: number, now: Date, look = usualLook): Promise<string | null> {
  const poll = await unit.polls.byNo(no);
  if (!poll) return null;
  const { grid } = unit;
  return framed({
    title: `${no}号表决 ${poll.question} · ${grid.name}公示栏`,
    body: html`<p class="eyebrow"><a href="/board/${grid.code}">${grid.name}公示栏</a> · ${no}号表决</p>
      <h1>${poll.question}</h1>
      ${await pollCardOf(unit, poll, now)}`,
    foot: await journalHead(unit, now),
    look,
  });
}

/** The turnout of a question while it is open, its result afterwards. */
export async function pollCardOf(unit: Unit, poll: Poll, now: Date): Promise<Html> {
  return html`<section class="card">
    <h2>表决</h2>
    ${await decision(unit, poll, now)} ${countSheetLink(unit, poll)}
  </section>`;
}
