import { html } from '../html.js';
import { type DeskSeat, deskPage } from './desk-frame.js';

/** A deed that the reader may do, with the address of its form. */
export interface DeskDeed {
  readonly group: string;
  readonly title: string;
  readonly href: string;
}

/** Everything that the reader may do, by subject: what is not waiting and yet wanted. */
export function deedsPage(seat: DeskSeat, deeds: readonly DeskDeed[]): string {
  const groups = [...new Set(deeds.map(({ group }) => group))];
  return deskPage(seat, {
    title: '能办的事',
    body: html`<h1>能办的事</h1>
      ${groups.map(
        group =>
          html`<section class="card">
            <h2>${group}</h2>
            <ul class="rows">
              ${deeds
                .filter(deed => deed.group === group)
                .map(
                  ({ href, title }) =>
                    html`<li>
                      <a href="${href}"><strong>${title}</strong></a>
                    </li>`,
                )}
            </ul>
          </section>`,
      )}`,
  });
}
