import { plainChoices } from '../../domain/poll/choices.js';
import { placeWords } from '../../domain/masking.js';
import type { Household } from '../../store/people/household.js';
import type { Poll } from '../../store/poll/poll.js';
import { pager, pagesOf } from '../board-pager.js';
import { type Html, html } from '../html.js';
import { type DeskSeat, deskPage, formKey } from '../people/desk-frame.js';

interface BallotsView {
  readonly poll: Poll;
  readonly homes: readonly Household[];
  readonly key: string;
  /** Which building's homes are shown, and which page of them; a building by itself where none is named. */
  readonly building?: string | undefined;
  readonly page: number;
  /** Why nothing was taken; empty at first. */
  readonly fault: string;
  /** What was ticked by home, where the page is shown once more. */
  readonly ticked?: ReadonlyMap<number, readonly string[]>;
}

/** So many things to touch are on a page at most: with its frame it stays below 60 kB on a phone. */
const mostTicks = 240;

/** Paper ballots by the dozen: a home a line, and beside it what its paper says; lines that are left alone are not entered. Null for a page that there is not. */
export function ballotsPage(
  seat: DeskSeat,
  { poll, homes, key, building: asked, page, fault, ticked = new Map() }: BallotsView,
): string | null {
  const { no, question } = poll;
  const choices = ['', ...(poll.options ?? plainChoices)];
  const mostHomes = Math.max(1, Math.floor(mostTicks / choices.length));
  const buildings = byBuilding(homes);
  const [first] = buildings.keys();
  const isApart = homes.length > mostHomes;
  const building = asked ?? (isApart ? first : undefined);
  const own = building === undefined ? homes : (buildings.get(building) ?? []);
  const pages = pagesOf(own.length, mostHomes);
  if (page < 1 || page > pages || (asked !== undefined && own.length === 0)) return null;
  const here = (at: { building?: string | undefined; page: number }): string =>
    at.building === undefined ? '' : `?building=${encodeURIComponent(at.building)}&page=${at.page}`;
  return deskPage(seat, {
    title: `${no}号录纸票`,
    body: html`<p class="eyebrow"><a href="/desk/lists/building">我的楼</a> · ${no}号 ${question}</p>
      <h1>一次录一批纸票</h1>
      ${fault !== '' && html`<p class="fault" role="alert">${fault}</p>`}
      <p class="note">
        只勾收到了纸票的户，没收到的空着。下一步给您看一遍，再选照片：一张大家签了名的汇总表，或者一张票一张照片。由另一人核对后才算。
      </p>
      ${building !== undefined && buildingsNav([...buildings], building)}
      ${homes.length === 0 && html`<p class="card">您负责的楼都投过了。</p>`}
      <form method="post" action="/desk/ballots/${no}${here({ building, page })}" class="fill ballots">
        ${formKey(seat.csrf)}<input type="hidden" name="_key" value="${key}" />
        ${own.slice((page - 1) * mostHomes, page * mostHomes).map(home => homeField(home, { choices, isMany: poll.many, ticked: ticked.get(home.id) ?? [''] }))}
        ${homes.length > 0 && html`<button type="submit" class="main">下一步</button>`}
      </form>
      ${pager({ label: '各户', page, pages, href: to => here({ building, page: to }) })}`,
  });
}

function byBuilding(homes: readonly Household[]): Map<string, Household[]> {
  const found = new Map<string, Household[]>();
  for (const home of homes) found.set(home.building, [...(found.get(home.building) ?? []), home]);
  return found;
}

/** One building at a time, each with how many of its homes are left. */
function buildingsNav(buildings: readonly (readonly [string, readonly Household[]])[], shown: string): Html {
  return html`<nav aria-label="各楼">
      <p>
        ${buildings.map(
          ([name, homes]) =>
            html`<a
              class="touch"
              href="?building=${encodeURIComponent(name)}"
              ${name === shown && html`aria-current="true"`}
              >${name}号楼（${homes.length}户）</a
            > `,
        )}
      </p>
    </nav>
    <p class="note">一栋一栋地录：这一页交了再看下一页。</p>`;
}

interface Ticks {
  readonly choices: readonly string[];
  readonly isMany: Poll['many'];
  readonly ticked: readonly string[];
}

function homeField(home: Household, { choices, isMany, ticked }: Ticks): Html {
  return html`<fieldset>
    <legend>${placeWords(home)}</legend>
    ${choices.map(
      (choice, index) =>
        html`<span class="tick">
          <input
            type="${isMany && choice !== '' ? 'checkbox' : 'radio'}"
            id="h${home.id}-${index}"
            name="h${home.id}"
            value="${choice}"
            ${ticked.includes(choice) && 'checked'}
          />
          <label for="h${home.id}-${index}">${choice === '' ? '没收到' : choice}</label>
        </span>`,
    )}
  </fieldset>`;
}
