import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAction } from '../../../src/language/values/action-said.js';
import { dutyDays, onDuty } from '../../../src/domain/works/duty.js';
import { readKeyWords } from '../../../src/language/values/key-said.js';
import { ensureTeam, isTeamSize } from '../../../src/domain/works/team.js';

const now = new Date('2026-03-02T10:00:00+08:00');
const nobody = { others: [], leads: [] };
const member = (id: number) => ({ id, name: `居民${id}`, roles: [], kin: [] });

test('a team is odd, at least three, and everybody in it another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), count => {
      const team = Array.from({ length: count }, (_, id) => member(id));
      const stands = () => ensureTeam(team, nobody, now);
      if (count >= 3 && count % 2 === 1) expect(stands).not.toThrow();
      else expect(stands).toThrow('team.size');
      expect(isTeamSize(count, now)).toBe(count >= 3 && count % 2 === 1);
    }),
  );
});

test('near kin of who leads the project, or has an office in its money, is refused', () => {
  const team = [{ ...member(1), kin: [9] }, member(2), member(3)];
  expect(() => ensureTeam(team, { others: [{ id: 9, roles: ['cashier'] }], leads: [] }, now)).toThrow('team.kin');
  expect(() => ensureTeam(team, { others: [{ id: 9, roles: [] }], leads: [9] }, now)).toThrow('team.kin');
  expect(() => ensureTeam(team, { others: [{ id: 9, roles: ['building_leader'] }], leads: [] }, now)).not.toThrow();
  expect(() => ensureTeam(team, { others: [], leads: [2] }, now)).toThrow('team.conflict');
});

test('turns go round: over as many days as a team has members each has one', () => {
  expect([0, 1, 2, 3].map(turn => onDuty(['a', 'b', 'c'], turn))).toEqual(['a', 'b', 'c', 'a']);
  expect(onDuty([], 0)).toBeNull();
});

test('days of duty are working days after the first and before today; Qingming is none', () => {
  const until = new Date('2026-04-08T10:00:00+08:00');
  const days = dutyDays(new Date('2026-04-02T10:00:00+08:00'), until);
  expect(days).toContain('2026-04-03');
  expect(days).not.toContain('2026-04-04');
  expect(days).not.toContain('2026-04-05');
  expect(days).not.toContain('2026-04-08');
});

test.each([
  ['王师傅3月10日前补齐公示', { owner: '王师傅', day: '2026-03-10', what: '补齐公示' }],
  ['王师傅，请在3月10日前补齐公示。', { owner: '王师傅', day: '2026-03-10', what: '补齐公示' }],
  ['5号楼2单元301于2026年4月1日之前：换灯', { owner: '5号楼2单元301', day: '2026-04-01', what: '换灯' }],
  ['再一件，2号楼楼长3月7日前贴公示', { owner: '2号楼楼长', day: '2026-03-07', what: '贴公示' }],
  ['还有一项：网格员3月8日前盯着划线', { owner: '网格员', day: '2026-03-08', what: '盯着划线' }],
  ['第二件 王师傅3月10日前补齐公示', { owner: '王师傅', day: '2026-03-10', what: '补齐公示' }],
  ['王师傅2月30日前补齐公示', { owner: '王师傅', day: null, what: '补齐公示' }],
  ['补齐公示', null],
  ['3月10日前补齐公示', null],
])('%s', (said, read) => {
  expect(readAction(said, now)).toEqual(read);
});

test('the goal may have commas, the other parts begin with their heads', () => {
  expect(readKeyWords('目标：灯亮，路平；现状：全坏；期限：10月31日；负责人：王师傅', 2026, now)).toEqual({
    goal: '灯亮，路平',
    baseline: '全坏',
    deadline: '2026-10-31',
    leader: '王师傅',
  });
  expect(readKeyWords('灯亮，期限2月30日', 2026, now)).toMatchObject({ goal: '灯亮', deadline: 'wrong', leader: null });
});
