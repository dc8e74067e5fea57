import { expect, test } from 'vitest';
import { Precedent } from '../../../src/store/proposal/precedent.js';
import { verify } from '../../../src/process/commands/verify.js';
import { theStory } from '../../support/twenty-households.js';

test('an archived matter is a precedent: what it cost, how long it took, what was objected, and nothing of a person', async () => {
  const grid = await theStory();
  expect(await grid.resident(50).says('案例库')).toContain('还没有办成的事');
  await grid.until('2026-04-20T10:00:00+08:00');
  await grid.role('cashier').says('1号支出余款退款3140元');
  await grid.until('2026-05-10T10:00:00+08:00');
  await grid.scheduler.run('keep-precedents');
  expect(await grid.store.dataSource.manager.count(Precedent)).toBe(1);

  await grid.resident(50).says('提案：4号楼西头装路灯');
  const answer = await grid.resident(50).says('2号案例');
  expect(answer).toMatch(
    /装路灯\]\(http:\/\/board\/[^)]*\/1\)（118户，2026年\d月\d+日办成）：花了860元，每户约7\.29元，比预算省2,140元/u,
  );
  expect(answer).toMatch(/用时：分析选题\d+天，确定方案\d+天，推动实施\d+天，验收成果\d+天/u);
  expect(answer).toContain('当时的不同意见：报价偏高');
  expect(answer).not.toMatch(/太贵|周|王/u);
  expect(await grid.resident(50).says('1号案例')).toContain('还没有和');
  expect(await grid.resident(50).says('案例 下水道')).toContain('还没有和“下水道”类似的');
  expect(await grid.resident(50).says('9号案例')).toContain('没有9号');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});
