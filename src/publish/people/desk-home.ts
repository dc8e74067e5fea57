import { stepWords } from '../../domain/next-words.js';
import type { Step } from '../../domain/step.js';
import type { MemberView } from '../../store/people/members.js';
import { type Html, html } from '../html.js';
import { type DeskSeat, deskPage } from './desk-frame.js';

export interface DeskLine extends Pick<Step, 'deed' | 'slots' | 'title' | 'until'> {
  readonly about: string;
  readonly isDue: boolean;
}

export interface DeskHome {
  readonly seat: DeskSeat;
  readonly member: MemberView;
  readonly waiting: readonly DeskLine[];
  readonly now: Date;
}

/** The first page of the desk: what waits for the member. */
export function deskHome({ seat, member, waiting, now }: DeskHome): string {
  const due = waiting.filter(({ isDue }) => isDue);
  const others = waiting.filter(({ isDue }) => !isDue);
  return deskPage(seat, {
    title: '办事台',
    body: html`<h1>${member.name}，您好</h1>
      <section class="card">
        <h2>等您办的</h2>
        ${due.length === 0 ? html`<p>现在没有等您办的事。</p>` : waitingRows(due, now)}
        ${
          others.length > 0 &&
          html`<h3>也可以办</h3>
            ${waitingRows(others, now)}`
        }
      </section>`,
  });
}

function waitingRows(lines: readonly DeskLine[], now: Date): Html {
  return html`<ul class="rows">
    ${lines.map(
      line =>
        html`<li>
          <a href="${formLink(line)}"><strong>${stepWords(line, now)}</strong>${line.about}</a>
        </li>`,
    )}
  </ul>`;
}

/** The address of the form that does a deed, with what is known of it filled in. */
export function formLink({ deed, slots }: Pick<Step, 'deed' | 'slots'>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(slots)) query.append(name, String(value));
  return `/desk/do/${deed}${query.size > 0 ? `?${query.toString()}` : ''}`;
}
