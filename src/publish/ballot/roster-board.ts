import { dayMs } from '../../domain/calendar.js';
import { digestOf, saltOf } from '../../domain/journal.js';
import { ownersOf } from '../../domain/poll/electorate.js';
import { isOwnersTrack } from '../../domain/poll/owners-tally.js';
import { maskName, maskPlace } from '../../domain/masking.js';
import { squareMetres } from '../../domain/poll/tally.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { framed } from '../board-frame.js';
import { type Look, usualLook } from '../look.js';
import { pager, pagesOf } from '../board-pager.js';
import { html, tableHead } from '../html.js';
import { journalHead } from '../journal-head.js';

const perPage = 200;

const afterwardsMs = 10 * dayMs;

/** True while the roster of an owners' vote is for all to see: from its opening to the end of the review, and not for ever. */
export function hasRoster({ electorate, closesAt, reviewEndsAt }: Poll, now: Date): boolean {
  if (!electorate) return false;
  return now <= (reviewEndsAt ?? new Date(closesAt.getTime() + afterwardsMs));
}

/** Owners may have the roster corrected from the plan's publication on; a matter of households has none (docs/domain.md 7.3, 7.10). */
function isOwnersMatter(project: Project | null): boolean {
  return project?.state === 'plan_published' && project.track !== null && isOwnersTrack(project.track);
}

/**
 * The roster of an owners' vote in masked form (docs/domain.md 7.3): who counts as one person, with which units and area. Frozen
 * while a vote is open or over; before that as it stands, so that owners can have it corrected. Null where there is none.
 */
export async function rosterBoard(
  unit: Unit,
  { no, page, now, look = usualLook }: { no: number; page: number; now: Date; look?: Look },
): Promise<string | null> {
  const project = await unit.projects.byNo(no);
  // A plan that is put anew has the roster of today, not that of the vote before.
  const poll = isOwnersMatter(project) ? null : await unit.polls.decisionByNo(no);
  if (!(poll ? hasRoster(poll, now) : isOwnersMatter(project))) return null;
  const homes = await unit.members.electors(poll?.scope ?? project?.scope ?? null);
  // In an order by chance that stays: from a row's place among all flats its hidden digits would follow.
  const place = (key: string): string => saltOf(unit.rows.secret, `roster ${unit.grid.id} ${no} ${key}`);
  const persons = (poll?.electorate ?? ownersOf(homes)).toSorted((a, b) => (place(a.key) < place(b.key) ? -1 : 1));
  const pages = pagesOf(persons.length, perPage);
  if (page > pages) return null;

  const byId = new Map(homes.map(home => [home.id, home]));
  const area = persons.reduce((sum, { areaCentiM2 }) => sum + areaCentiM2, 0);
  const start = (page - 1) * perPage;
  const rows = persons.slice(start, start + perPage).map(({ parts, areaCentiM2 }, index) => {
    const units = parts.flatMap(id => byId.get(id) ?? []);
    const names = [...new Set(units.flatMap(({ owners }) => owners))].map(maskName);
    return html`<tr>
      <td>${start + index + 1}.</td>
      <td>${units.map(maskPlace).join('、')}</td>
      <td>${names.join('、')}</td>
      <td class="number">${squareMetres(areaCentiM2)}</td>
    </tr>`;
  });
  const frozen = poll?.electorate;
  return framed({
    look,
    title: `${no}号业主名册 · ${unit.grid.name}公示栏`,
    body: html`<p class="eyebrow"><a href="/board/${unit.grid.code}/${no}">${no}号</a> · 业主名册</p>
      <h1>业主名册（打码）</h1>
      <p>
        共${persons.length}人，${squareMetres(area)}。同一业主的几套房合算一人，面积相加；开发商没卖、没交的房合算一人；车位和储藏室不计。
      </p>
      <p class="note">
        ${frozen ? html`名册已在开票时锁定，校验码 <code>${digestOf(frozen).slice(0, 8)}</code>。` : '名册在开票时锁定。自家的人数、面积有出入，请在公示期内找社区或网格书记更正。'}
      </p>
      <table>
        ${tableHead(['序号', '房屋', '业主'], ['面积'])}
        <tbody>
          ${rows}
        </tbody>
      </table>
      ${pager({ label: '名册', page, pages, href: to => `?page=${to}` })}`,
    foot: await journalHead(unit, now),
  });
}
