import { strict as assert } from 'node:assert';
import { dayOf } from '../calendar.js';
import type { RoleId } from '../permissions.js';
import { Refusal } from '../refusal.js';

/** The lists of a contest (擂台赛, docs/domain.md 12), as residents call them. */
export const contestLists = { grid: '红旗网格', grid_member: '优秀网格员', leader: '优秀楼长单元长' } as const;

export type ContestList = keyof typeof contestLists;

export const listNames = Object.keys(contestLists) as ContestList[];

/** What is looked at, in words, and what its two numbers count. */
export const criteria = {
  key: { said: '攻坚项目完成', unit: '百分比' },
  participation: { said: '参加表决', unit: '户次' },
  funding: { said: '资金到位', unit: '分' },
  punctuality: { said: '公示及时', unit: '次' },
  satisfaction: { said: '居民满意', unit: '星' },
  supervision: { said: '巡查到位', unit: '天' },
  innovation: { said: '创新推广', unit: '评委分' },
  led: { said: '牵头办成的项目', unit: '个' },
  reached: { said: '送达的住户', unit: '户' },
  papers: { said: '代录入核对无误', unit: '张' },
  hours: { said: '志愿服务', unit: '半小时' },
  rating: { said: '居民评分', unit: '星' },
} as const;

export type CriterionId = keyof typeof criteria;

export interface Criterion {
  readonly id: CriterionId;
  /** Points out of 100. */
  readonly weight: number;
  /** Who says how much: the record, or the judges. */
  readonly by: 'record' | 'judges';
}

/** Everything about a contest that the county may set, as data with a version and the day it comes into force. */
interface ContestRules {
  readonly version: string;
  readonly effectiveFrom: string;
  /** The most places of each list. */
  readonly quotas: Readonly<Record<ContestList, number>>;
  readonly criteria: Readonly<Record<ContestList, readonly Criterion[]>>;
  /** A grid belongs to the first band whose number of households it does not exceed; the last band is open. */
  readonly bands: readonly number[];
  /** The judges' part of all points, as a fraction, at most. */
  readonly judgesMost: readonly [number, number];
  /** The most points one judge gives. */
  readonly gradeMost: number;
  /** Whoever holds one of these roles is a candidate of the list; who fits two lists stands on the first. */
  readonly candidates: Readonly<Record<Exclude<ContestList, 'grid'>, readonly RoleId[]>>;
  /** How long the lists are open to objections, and within how many workdays one is answered. */
  readonly publicityWorkdays: number;
  readonly answerWorkdays: number;
}

const ruleSets: readonly ContestRules[] = [
  {
    version: 'huantai-contest-1',
    effectiveFrom: '2000-01-01',
    quotas: { grid: 15, grid_member: 50, leader: 200 },
    criteria: {
      grid: [
        { id: 'key', weight: 30, by: 'record' },
        { id: 'participation', weight: 20, by: 'record' },
        { id: 'funding', weight: 15, by: 'record' },
        { id: 'punctuality', weight: 15, by: 'record' },
        { id: 'satisfaction', weight: 10, by: 'record' },
        { id: 'supervision', weight: 5, by: 'record' },
        { id: 'innovation', weight: 5, by: 'judges' },
      ],
      grid_member: people(),
      leader: people(),
    },
    bands: [100, 300],
    judgesMost: [3, 10],
    gradeMost: 5,
    candidates: {
      grid_member: ['grid_worker', 'grid_secretary', 'grid_deputy'],
      leader: ['building_leader', 'entrance_leader'],
    },
    publicityWorkdays: 5,
    answerWorkdays: 3,
  },
];

function people(): Criterion[] {
  return [
    { id: 'led', weight: 30, by: 'record' },
    { id: 'reached', weight: 25, by: 'record' },
    { id: 'papers', weight: 15, by: 'record' },
    { id: 'hours', weight: 15, by: 'record' },
    { id: 'rating', weight: 15, by: 'record' },
  ];
}

for (const rules of ruleSets) for (const list of listNames) assertWeights(rules.criteria[list], rules.judgesMost);

/** The rules in force at a moment. */
export function contestRulesAt(at: Date): ContestRules {
  const day = dayOf(at);
  const rules = ruleSets.findLast(set => set.effectiveFrom <= day);
  assert(rules, `no rules of contests are in force on ${day}`);
  return rules;
}

/** The weights add up to a hundred, and the judges have no more than their part of it. */
export function assertWeights(given: readonly Criterion[], [part, whole]: readonly [number, number]): void {
  const total = given.reduce((sum, { weight }) => sum + weight, 0);
  const judged = given.reduce((sum, { weight, by }) => sum + (by === 'judges' ? weight : 0), 0);
  assert(total === 100, `the weights add up to ${total}`);
  assert(judged * whole <= total * part, `the judges have ${judged} of ${total}`);
}

/** Quotas are hard: an edition may give fewer places than the rules allow, never more (201 leaders are refused). */
export function ensureQuotas(
  asked: Readonly<Record<ContestList, number>>,
  most: Readonly<Record<ContestList, number>>,
): void {
  for (const list of listNames)
    if (asked[list] > most[list] || asked[list] < 1)
      throw new Refusal('contest.quota', { list: contestLists[list], asked: asked[list], most: most[list] });
}

/** Unresolved, one of these keeps a candidate off the lists (docs/domain.md 12). */
export const redLines = {
  false_data: '数据不实',
  missing_vouchers: '缺凭证',
  forced_payment: '强制摊派',
  privacy_leak: '泄露隐私',
} as const;

export type RedLine = keyof typeof redLines;
