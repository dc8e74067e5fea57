import { rulesAt } from '../../domain/rules.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Project } from '../../store/proposal/project.js';

/** What the households thought of the works, null where none said so; the mean of a few scores would tell whose they are. */
export async function ratingWords(unit: Unit, { id }: Project, now: Date): Promise<string | null> {
  const ratings = await unit.works.ratings(id);
  if (ratings.length === 0) return null;
  const least = rulesAt(now).breakdownMin;
  if (ratings.length < least) return `已有${ratings.length}户评价，满${least}户后公布平均分。`;
  const mean = ratings.reduce((total, { score }) => total + score, 0) / ratings.length;
  return `${ratings.length}户评价，平均${mean.toFixed(1)}分（满分5分）。`;
}
