import { expect, test } from 'vitest';
import { nearest, type PrecedentFacts } from '../../../src/domain/proposal/precedent.js';

const ended = (title: string, category: string, households: number): PrecedentFacts => ({
  title,
  category,
  households,
  costFen: 1,
  budgetFen: null,
  stepDays: [],
  objections: [],
  endedOn: '2026-01-01',
  source: `/board/x/${title}`,
});

const library = [
  ended('3号楼装路灯', 'lights', 118),
  ended('换楼道感应灯', 'lights', 20),
  ended('修北门道路', 'paving', 118),
  ended('广场路灯换太阳能', 'lights', 400),
  ended('车棚装充电桩', 'parking', 60),
];

test.each([
  ['东头装路灯', 118, ['3号楼装路灯', '广场路灯换太阳能', '换楼道感应灯']],
  ['换楼道灯', 24, ['换楼道感应灯', '3号楼装路灯', '广场路灯换太阳能']],
  ['修南门道路', null, ['修北门道路']],
  ['办个合唱队', 50, []],
])('the nearest to %s for %s households', (title, households, titles) => {
  expect(nearest({ title, households }, library).map(one => one.title)).toEqual(titles);
});
