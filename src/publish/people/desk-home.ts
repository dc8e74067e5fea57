import { momentWords } from '../../domain/calendar.js';
import { stepWords } from '../../domain/next-words.js';
import type { Step } from '../../domain/step.js';
import type { MemberView } from '../../store/people/members.js';
import { type Html, html } from '../html.js';
import { type DeskSeat, deskPage } from './desk-frame.js';

/** Something that a member can do, with the address of its form. */
export interface DeskLine extends Pick<Step, 'deed' | 'title' | 'detail' | 'until' | 'isFree'> {
  readonly about: string;
  readonly isDue: boolean;
  readonly href: string;
}

interface DeskHome {
  readonly seat: DeskSeat;
  readonly member: MemberView;
  readonly waiting: readonly DeskLine[];
  /** What may be begun at any time: the deed, and how its touch is called. */
  readonly begins: readonly (readonly [deed: string, name: string])[];
  /** The list of the own work, by its address and name. */
  readonly lists: readonly (readonly [href: string, name: string])[];
  /** The cards below: the own household, and the matters of the grid. */
  readonly cards: readonly (Html | null)[];
  readonly now: Date;
}

/** So many lines of what waits are shown open; the rest opens at a touch. */
const mostOpen = 6;

/** The first page of the desk: what waits for the member, the own household, the matters of the grid. */
export function deskHome({ seat, member, waiting, begins, lists, cards, now }: DeskHome): string {
  const due = alike(waiting.filter(({ isDue }) => isDue));
  // Nobody is bound to second or to pledge, and that is what most residents come for.
  const wanted = alike(waiting.filter(({ isDue, isFree }) => !isDue && isFree));
  const others = waiting.filter(({ isDue, isFree }) => !isDue && !isFree);
  return deskPage(seat, {
    title: '首页',
    body: html`<h1>${member.name === member.userid ? '您好' : `${member.name}，您好`}</h1>
      <section class="card" id="waiting">
        <h2>等您办的</h2>
        ${due.length === 0 ? html`<p>现在没有等您办的事。</p>` : rowsOf(due.slice(0, mostOpen), now)}
        ${foldedRest(due.slice(mostOpen), now)}
        ${
          wanted.length > 0 &&
          html`<div class="deeds first" id="wanted">
            <h3>愿意的话，现在可以</h3>
            ${rowsOf(wanted.slice(0, mostOpen), now)} ${foldedRest(wanted.slice(mostOpen), now)}
          </div>`
        }
        ${folded(`也可以办的${others.length}件`, alike(others), now)}
        <p>
          ${begins.map(([deed, name]) => html`<a class="touch" href="/desk/do/${deed}">${name}</a> `)}
          <a class="touch" href="/desk/do">全部能办的事</a>
        </p>
      </section>
      ${
        lists.length > 0 &&
        html`<nav class="card" aria-label="工作清单">
          <h2>工作清单</h2>
          <ul class="rows">
            ${lists.map(
              ([href, name]) =>
                html`<li>
                  <a href="${href}"><strong>${name}</strong></a>
                </li>`,
            )}
          </ul>
        </nav>`
      }
      ${cards}
      <p class="note">截至${momentWords(now)}。</p>`,
  });
}

function foldedRest(rest: readonly Alike[], now: Date): Html | false {
  return folded(`还有${rest.flat().length}件`, rest, now);
}

function folded(words: string, lines: readonly Alike[], now: Date): Html | false {
  return (
    lines.length > 0 &&
    html`<details>
      <summary>${words}</summary>
      ${rowsOf(lines, now)}
    </details>`
  );
}

/** So many lines of one deed in one matter are shown; a cashier has a receipt of each household. */
const mostAlike = 3;

/** Lines that are touched, each with the form that does it; of many that are alike the rest opens at a touch. */
export function waitingRows(lines: readonly DeskLine[], now: Date): Html {
  return rowsOf(alike(lines), now);
}

function rowsOf(lines: readonly Alike[], now: Date): Html {
  return html`<ul class="rows">
    ${lines.map(same => {
      const open = same.length > mostAlike ? 1 : same.length;
      const rest = same.slice(open);
      return html`${same.slice(0, open).map(line => rowOf(line, now))}
      ${
        rest.length > 0 &&
        html`<li>
          <details>
            <summary>同样的还有${rest.length}件</summary>
            <ul class="rows">
              ${rest.map(line => rowOf(line, now))}
            </ul>
          </details>
        </li>`
      }`;
    })}
  </ul>`;
}

function rowOf(line: DeskLine, now: Date): Html {
  return html`<li>
    <a href="${line.href}"><strong>${stepWords(line, now)}</strong>${line.about}</a>
  </li>`;
}

/** Lines of one deed in one matter. */
type Alike = readonly DeskLine[];

/** Lines of one deed in one matter together, in the order of the first of each. */
export function alike(lines: readonly DeskLine[]): Alike[] {
  const found = new Map<string, DeskLine[]>();
  for (const line of lines) {
    const kind = `${line.deed} ${line.about}`;
    found.set(kind, [...(found.get(kind) ?? []), line]);
  }
  return [...found.values()];
}
