import { movedTo } from '../../domain/funds/ledger.js';
import { buildingWords, unitWords } from '../../domain/label.js';
import { type PlaceCount, roundByPlace } from '../../domain/pledge/round-by-place.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Html, html } from '../html.js';

interface RoundProgress {
  /** Households that promise something now. */
  readonly total: number;
  readonly rows: readonly PlaceCount[];
}

/** How a pledge round goes by building and entrance: households, no sums; null while none is open, or too few promise. */
async function roundProgress(unit: Unit, { id, state }: Project, now: Date): Promise<RoundProgress | null> {
  if (state !== 'pledging') return null;
  const { breakdownMin } = rulesAt(now);
  const promisedFen = new Map<number, number>();
  for (const entry of await unit.ledger.entries(id, ['pledge', 'pledge.cancel']))
    if (entry.householdId !== null)
      promisedFen.set(entry.householdId, (promisedFen.get(entry.householdId) ?? 0) + movedTo('promised', [entry]));
  const taking = (await unit.members.households()).filter(home => (promisedFen.get(home.id) ?? 0) > 0);
  return taking.length < breakdownMin ? null : { total: taking.length, rows: roundByPlace(taking, breakdownMin) };
}

/** `3号楼2单元12户`. */
function placeCountWords(row: PlaceCount): string {
  return `${placeOf(row)}${row.count}户`;
}

function placeOf({ at }: PlaceCount): string {
  return at === null ? '其余各处' : `${buildingWords(at.building)}${unitWords(at.unit)}`;
}

const mostRows = 12;

/** The round's progress for the picture in the group: as on the board; empty where there is none. */
export async function roundRows(unit: Unit, project: Project, now: Date): Promise<[string, number][]> {
  const progress = await roundProgress(unit, project, now);
  return (progress?.rows ?? []).slice(0, mostRows).map(row => [placeOf(row), row.count]);
}

/** The round's progress for the board; nothing where there is none. */
export async function roundCard(unit: Unit, project: Project, now: Date): Promise<Html | false> {
  const progress = await roundProgress(unit, project, now);
  if (!progress) return false;
  return html`<h3>各楼认筹</h3>
    <p>
      已有${progress.total}户认筹${progress.rows.length > 0 && `：${progress.rows.map(placeCountWords).join('、')}`}。
    </p>
    <p class="note">不满5户的楼和单元不单列；出不出、出多少都自愿，不公布各户。</p>`;
}
