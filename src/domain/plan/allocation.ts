import { byPlace } from '../label.js';
import { allocate } from '../money.js';
import { Refusal } from '../refusal.js';
import { isWithin, type Scope } from './scope.js';

/** How the residents' part of a budget is shared out among households (docs/domain.md 6.5). */
const methods = {
  equal: '户均',
  by_area: '按面积',
  by_coefficient: '按楼层系数',
  by_beneficiary: '按受益单元户均',
  free: '自愿认捐，各尽心意',
} as const;

type Method = keyof typeof methods;

export interface Allocation {
  readonly method: Method;
  /** Of `by_coefficient`: what a household of a floor weighs, in hundredths; a floor that is not named weighs 100. */
  readonly floors?: readonly { readonly floor: number; readonly weight: number }[];
  /** Of `by_beneficiary`: the entrances that benefit. */
  readonly scope?: Scope;
}

/** A household as its share depends on it. */
export interface Sharer {
  readonly id: number;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  /** In 0.01 m². */
  readonly areaCentiM2: number;
}

/**
 * The share of every household in fen, by its id: exact to the fen in sum, by largest remainder, ties to the smaller number of the
 * unit (docs/domain.md 6.5). Empty where everybody gives what they like; refused where nobody would bear anything.
 */
export function sharesOf(amountFen: number, allocation: Allocation, homes: readonly Sharer[]): Map<number, number> {
  if (allocation.method === 'free') return new Map();
  const inOrder = homes.toSorted(bySequence);
  const weights = inOrder.map(home => weightOf(allocation, home));
  if (weights.every(weight => weight === 0)) throw new Refusal('allocation.nobody', {});
  const shares = allocate(amountFen, weights);
  return new Map(inOrder.map(({ id }, index) => [id, shares[index] ?? 0]));
}

function weightOf({ method, floors = [], scope }: Allocation, home: Sharer): number {
  if (method === 'by_area') return home.areaCentiM2;
  if (method === 'by_beneficiary') return isWithin(scope, home) ? 1 : 0;
  if (method === 'by_coefficient') return floors.find(({ floor }) => floor === floorOf(home.room))?.weight ?? 100;
  return 1;
}

/** The floor of room 301 is 3, of 1203 is 12. */
function floorOf(room: string): number {
  return Number(/\d+/u.exec(room)?.[0].slice(0, -2) || 1);
}

/** The order of the roster: building, entrance, then the room as a number, not as text: 901 before 1001. */
function bySequence(a: Sharer, b: Sharer): number {
  return byPlace(a, b) || a.id - b.id;
}

/** The method in words: `按楼层系数（1层0、2层0.5，其余1）`. */
export function methodWords({ method, floors, scope }: Allocation, scopeWords: (scope: Scope) => string): string {
  if (method === 'by_coefficient' && floors)
    return `${methods[method]}（${floors.map(({ floor, weight }) => `${floor}层${weight / 100}`).join('、')}，其余1）`;
  if (method === 'by_beneficiary' && scope) return `${methods[method]}（${scopeWords(scope)}）`;
  return methods[method];
}
