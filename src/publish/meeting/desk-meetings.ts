import { endOfDay, momentWords } from '../../domain/calendar.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Html, html } from '../html.js';

/** The meetings that lie ahead or are held today, for everybody; null where there are none. */
export async function meetingsCard(unit: Unit, now: Date): Promise<Html | null> {
  const ahead = (await unit.meetings.open()).filter(({ startsAt }) => now < endOfDay(startsAt));
  if (ahead.length === 0) return null;
  return html`<section class="card" id="meetings">
    <h2>议事会</h2>
    <ul>
      ${ahead.map(
        ({ no, agenda, place, startsAt }) =>
          html`<li>${no}号议事会，${momentWords(startsAt, now)}${place !== null && `，${place}`}：${agenda}</li>`,
      )}
    </ul>
    <p class="note">谁都可以来。开会前后在这里签到，纪要公布后记积分。</p>
  </section>`;
}
