import { type Figure, type ScoreLine } from './contest.js';
import { type ContestList, contestLists, criteria, listNames, redLines } from './contest-rules.js';
import { yuan } from '../money.js';

/** 8235 hundredths as `82.35分`, exactly. */
export function pointsWords(centi: number): string {
  return `${Math.floor(centi / 100)}.${String(centi % 100).padStart(2, '0')}分`;
}

/** A figure with its unit: `80/100百分比`, `1,200元/2,400元`, `12.5小时`; nothing of nothing is `没有记录`. */
export function figureWords(id: ScoreLine['id'], [part, whole]: Figure): string {
  if (whole === 0) return '没有记录';
  if (id === 'funding') return `${yuan(part)}/${yuan(whole)}`;
  if (id === 'hours') return `${Math.floor(part / 2)}${part % 2 === 1 ? '.5' : ''}小时`;
  if (id === 'key') return `${part}%`;
  // What has no whole is a bare count, or the best of one brought to lowest terms.
  return whole === 1 && id === 'led' ? `${part}个` : `${part}/${whole}${criteria[id].unit}`;
}

/** One line of a score with all that is needed to compute it again. */
export function lineWords({ id, weight, figure, best, centi }: ScoreLine): string {
  if (figure[1] === 0) return `${criteria[id].said}（${weight}分）：没有记录，得${pointsWords(centi)}`;
  const measure = best === null ? '' : `，同档最好${bestWords(id, best)}`;
  return `${criteria[id].said}（${weight}分）：${figureWords(id, figure)}${measure}，得${pointsWords(centi)}`;
}

/** The best figure in lowest terms: for counts as they are, for parts as a fraction. */
function bestWords(id: ScoreLine['id'], best: Figure): string {
  if (best[1] === 0) return '没有';
  if (id === 'led' || id === 'hours') return figureWords(id, best);
  return `${best[0]}/${best[1]}`;
}

/** The households of a size band: `100户以内`, `101到300户`, `300户以上`. */
export function bandWords(band: number, bands: readonly number[]): string {
  const [below, most] = [bands[band - 1], bands[band]];
  if (most === undefined) return `${below ?? 0}户以上`;
  return below === undefined ? `${most}户以内` : `${below + 1}到${most}户`;
}

/** A red line in words; one of newer rules stands as it was written. */
export function vetoWords(line: string): string {
  return line in redLines ? redLines[line as keyof typeof redLines] : line;
}

/** `红旗网格15个名额、…`. */
export function quotaWords(quotas: Readonly<Record<ContestList, number>>): string {
  return listNames.map(list => `${contestLists[list]}${quotas[list]}名`).join('、');
}
