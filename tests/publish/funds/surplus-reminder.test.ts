import { expect, test } from 'vitest';
import type { ProjectState } from '../../../src/domain/lifecycle.js';
import { surplusReminder } from '../../../src/publish/funds/surplus-reminder.js';
import { Project } from '../../../src/store/proposal/project.js';

const project = (state: ProjectState): Project =>
  Object.assign(new Project(), { no: 12, title: '装路灯', state, percent: 0 });

test.each([
  [{ refundFen: 0, balanceFen: 0 }, null],
  [{ refundFen: 500_000, balanceFen: 500_000 }, '12号支出余款退款5000元'],
  [{ refundFen: 0, balanceFen: 128_050 }, '12号支出退回原渠道1280.50元'],
])('what the cashier is asked for %j', (left, words) => {
  const said = surplusReminder(project('settlement_published'), left);

  if (words === null) expect(said).toBeNull();
  else expect(said).toContain(words);
});
