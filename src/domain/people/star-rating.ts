import { strict as assert } from 'node:assert';
import { dayOf } from '../calendar.js';
import { compareFigures, type Figure } from '../contest/contest.js';
import type { CriterionId } from '../contest/contest-rules.js';

/** What one star of a building leader (星级楼长, docs/domain.md 2.1) stands for: the figure that it takes at least. */
interface StarLine {
  readonly id: CriterionId;
  readonly least: Figure;
  readonly said: string;
}

interface StarRules {
  readonly effectiveFrom: string;
  /** The days before today that are looked at. */
  readonly days: number;
  readonly lines: readonly StarLine[];
}

/** Of our own making [D]: one star for each thing that a leader of a building is for. */
const ruleSets: readonly StarRules[] = [
  {
    effectiveFrom: '2000-01-01',
    days: 365,
    lines: [
      { id: 'reached', least: [4, 5], said: '送达自己楼的住户八成以上' },
      { id: 'papers', least: [1, 1], said: '代录入的纸票全部核对无误' },
      { id: 'hours', least: [20, 1], said: '志愿服务10小时以上' },
      { id: 'led', least: [1, 1], said: '牵头办成1个项目以上' },
      { id: 'rating', least: [4, 5], said: '居民评分平均4星以上' },
    ],
  },
];

/** The rules about stars that are in force on a day. */
export function starRulesAt(now: Date): StarRules {
  const rules = ruleSets.findLast(({ effectiveFrom }) => effectiveFrom <= dayOf(now));
  assert(rules, `no rules about stars are in force on ${dayOf(now)}`);
  return rules;
}

export interface Star extends StarLine {
  readonly figure: Figure;
  readonly isEarned: boolean;
}

/** The stars of a leader, one by one with the figure that earns or misses it; nothing of nothing earns none. */
export function starsOf(figures: Readonly<Partial<Record<CriterionId, Figure>>>, { lines }: StarRules): Star[] {
  return lines.map(line => {
    const figure = figures[line.id] ?? ([0, 0] as const);
    return { ...line, figure, isEarned: figure[1] > 0 && compareFigures(figure, line.least) >= 0 };
  });
}

const counts = ['还没有星', '一星', '二星', '三星', '四星', '五星'];

/** `三星`. */
export function starWords(count: number): string {
  return counts[count] ?? '';
}
