import { dayOf, wholeDayTold } from '../../domain/calendar.js';
import { maskName } from '../../domain/masking.js';
import { roleWords } from '../../domain/people/role-words.js';
import { starWords } from '../../domain/people/star-rating.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Html, html } from '../html.js';

/** Who has come forward with a role and a promise. Only those who agreed, under the name they agreed to; null without any. */
export async function rolesCard(unit: Unit): Promise<Html | null> {
  const lines: Html[] = [];
  for (const { memberId, promise, namedAt, stars, starsAt } of await unit.roleCards.shown()) {
    const row = await unit.members.byId(memberId);
    if (!row || row.erasedAt || row.leftAt) continue;
    const { roles } = await unit.members.view(row.userid);
    if (roles.length === 0) continue;
    lines.push(
      html`<li>
        ${roleWords(roles)}
        ${namedAt ? row.name : maskName(row.name)}${starsAt && stars ? ` ${starWords(stars)}（${wholeDayTold(dayOf(starsAt))}）` : ''}：${promise}
      </li>`,
    );
  }
  if (lines.length === 0) return null;
  return html`<section class="card" id="roles">
    <h2>亮身份、明承诺</h2>
    <ul>
      ${lines}
    </ul>
  </section>`;
}
