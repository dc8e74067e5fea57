import { expect, test } from 'vitest';
import { states, type ProjectState } from '../../../src/domain/lifecycle.js';
import { nextStep } from '../../../src/publish/works/progress-report.js';
import { surplusReminder } from '../../../src/publish/funds/surplus-reminder.js';
import { Project } from '../../../src/store/proposal/project.js';

const project = (state: ProjectState): Project =>
  Object.assign(new Project(), { no: 12, title: '装路灯', state, percent: 0 });

test('in every state that goes on, somebody is told what comes next', () => {
  const goingOn = (Object.keys(states) as ProjectState[]).filter(state => states[state].to.length > 0);

  for (const state of goingOn) expect(nextStep(project(state)), state).not.toBe('已结束');
  for (const state of ['closed', 'withdrawn', 'cancelled'] as const) expect(nextStep(project(state))).toBe('已结束');
});

test.each([
  ['issue_reported', '附议12号'],
  ['topic_proposed', '12号定为迫切需求类'],
  ['topic_selected', '发布12号方案'],
  ['plan_published', '12号发起表决'],
  ['not_approved', '发布12号方案'],
  ['voting', '12号同意'],
  ['result_published', '12号责任核查'],
  ['pledging', '12号我出200元'],
  ['funded', '12号进度'],
  ['completed_pending_acceptance', '12号验收合格'],
  ['rectification', '12号进度：已整改，完成100%'],
  ['accepted', '给12号打5分'],
] as const)('in %s the words to say are told: %s', (state, words) => {
  expect(nextStep(project(state))).toContain(words);
});

test.each([
  [{ refundFen: 0, balanceFen: 0 }, null],
  [{ refundFen: 500_000, balanceFen: 500_000 }, '12号支出余款退款5000元'],
  [{ refundFen: 0, balanceFen: 128_050 }, '12号支出退回原渠道1280.50元'],
])('what the cashier is asked for %j', (left, words) => {
  const said = surplusReminder(project('settlement_published'), left);

  if (words === null) expect(said).toBeNull();
  else expect(said).toContain(words);
});
