import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { html, type Html } from '../html.js';
import { offerWords } from './offer-words.js';

const most = 100;

/** Goods and labour of a project: what was promised and what has come, never of whom, and without a value in money. */
export async function helpGiven(unit: Unit, project: Project): Promise<Html | false> {
  const standing = (await unit.ledger.offers(project.id)).filter(({ cancelledAt }) => cancelledAt === null);
  if (standing.length === 0) return false;
  const come = standing.filter(({ fulfilledAt }) => fulfilledAt !== null).length;
  return html`<h3>捐物和出工</h3>
    <p>答应${standing.length}项，已到${come}项。不折成钱，不进资金账。</p>
    <ul>
      ${standing.slice(0, most).map(offer => html`<li>${offerWords(offer)}：${cameWords(offer)}</li>`)}
    </ul>`;
}

function cameWords({ fulfilledAt, kind }: { fulfilledAt: Date | null; kind: 'goods' | 'labour' }): string {
  if (fulfilledAt === null) return '说定了';
  return kind === 'goods' ? '已收到' : '已做完';
}
