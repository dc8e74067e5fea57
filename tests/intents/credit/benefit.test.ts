import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { scored } from '../../support/scored.js';

const offer = '登记优惠：取暖费减300元，1050分以上，热力公司，依据桓信办〔2022〕3号';

test('a benefit by score is taken by the own word, counted by households from five on, and left again', async () => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');
  expect(await grid.resident(40).says('我有什么优惠', { chat: 'single' })).toContain('没有领优惠');
  expect(await grid.resident(40).says(offer)).toContain('这件事要由');
  expect(await secretary.says(offer)).toContain('记为优惠1：取暖费减300元，热力公司，信用分1050分以上');
  for (const said of ['退出积分', '是']) await grid.resident(40).says(said);
  expect(await grid.resident(40).says('领优惠1')).toContain('您还没有参加积分');
  await grid.resident(40).says('加入积分');
  expect(await grid.resident(40).says('领优惠1')).toContain('要信用分1050分以上，您现在1000分');

  await scored(grid, 50, 51, 52, 53, 54);
  expect(await grid.resident(50).says('我有什么优惠', { chat: 'single' })).toContain(
    '可以领：优惠1 取暖费减300元（热力公司，1050分以上，AAA级）',
  );
  expect(await grid.resident(50).says('领优惠1')).toContain('您家享受优惠1');
  expect(await grid.resident(50).says('领优惠1')).toContain('一户一份');
  expect(await grid.resident(20).says('优惠')).toContain('享受的不足5户；依据桓信办〔2022〕3号');
  for (const nth of [51, 52, 53, 54]) await grid.resident(nth).says('领优惠1');
  expect(await grid.resident(20).says('优惠')).toContain('5户在享受');
  expect(await grid.resident(50).says('我有什么优惠')).toContain('在私聊里看');
  expect(await grid.resident(50).says('我有什么优惠', { chat: 'single' })).toContain('**您家在享受的**\n- 优惠1');

  expect(await grid.resident(51).says('退优惠1')).toContain('退了');
  expect(await grid.resident(51).says('退优惠1')).toContain('没有领过');
  // Who leaves points leaves what was given by them.
  await grid.resident(52).says('退出积分');
  await grid.resident(52).says('是');
  expect(await grid.resident(20).says('优惠')).toContain('享受的不足5户');
  expect(await secretary.says('停优惠1')).toContain('停了');
  expect(await grid.resident(51).says('领优惠1')).toContain('已经停了');
  expect(await grid.resident(50).says('我有什么优惠', { chat: 'single' })).toContain('您家在享受的');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('what lacks a part is named, and nothing of it is kept', async () => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');

  for (const said of ['取暖费减300元，热力公司，依据文件3号', '取暖费减300元，1050分，热力公司', '1050分，依据文件3号'])
    expect(await secretary.says(`登记优惠：${said}`)).toContain('没有登记');

  expect(await grid.resident(40).says('优惠')).toContain('还没有登记优惠');
  expect(await grid.resident(40).says('领优惠3')).toContain('没有优惠3');
});
