import { asSought } from '../../domain/plain-text.js';
import { html } from '../html.js';
import { type DeskSeat, deskPage } from './desk-frame.js';

/** A deed that the reader may do, with the address of its form. */
interface DeskDeed {
  readonly group: string;
  readonly title: string;
  /** What else it is found by: how it is said in chat. */
  readonly words: string;
  readonly href: string;
}

/** Everything that the reader may do, by subject, and of that what is looked for: what is not waiting and yet wanted. */
export function deedsPage(seat: DeskSeat, deeds: readonly DeskDeed[], q: string): string {
  const sought = bareTerms(q);
  const found = deeds.filter(({ group, title, words }) => {
    const text = asSought(`${group}${title}${words}`);
    return sought.every(term => text.includes(term));
  });
  const groups = [...new Set(found.map(({ group }) => group))];
  return deskPage(seat, {
    title: '能办的事',
    body: html`<h1>能办的事</h1>
      <form method="get" action="/desk/do" class="card search" role="search">
        <label for="q">找什么</label>
        <input id="q" name="q" type="search" value="${q}" maxlength="40" placeholder="例如：投票" />
        <button type="submit">查找</button>
      </form>
      ${
        found.length === 0 &&
        html`<p class="card">没有找到“${q}”。换个词，或者<a class="touch" href="/desk/do">看全部</a></p>`
      }
      ${
        sought.length === 0 &&
        html`<nav aria-label="分类">
          <p>${groups.map((group, index) => html`<a class="touch" href="#g${index}">${group}</a> `)}</p>
        </nav>`
      }
      ${groups.map(
        (group, index) =>
          html`<section class="card" id="g${index}">
            <h2>${group}</h2>
            <ul class="rows">
              ${found
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

/** Each word that is looked for. */
function bareTerms(q: string): string[] {
  return q
    .split(/\s+/u)
    .map(asSought)
    .filter(term => term !== '');
}
