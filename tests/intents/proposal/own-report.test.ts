import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('photos are added later by who reported, with the words or sent before, and seen by who sees to it alone', async () => {
  const grid = await aNeighbourhood();
  const reporter = grid.resident(70);
  const property = grid.role('property_company');
  await reporter.says('报事：3号楼下水道堵了');

  expect(await reporter.says('报事1照片', { pictures: ['堵了'] })).toContain('收下了1张');
  expect(await reporter.sends('还在冒水')).toContain('“报事1照片”');
  expect(await reporter.says('报事1照片', { chat: 'single' })).toContain('收下了1张');
  expect((await grid.postsTo(property.userid)).at(-1)).toContain('补了1张照片');
  await property.says('报事1', { chat: 'single' });
  expect(property.last.pictures).toHaveLength(2);
  for (const [who, chat] of [
    [property, 'group'],
    [grid.resident(20), 'single'],
  ] as const) {
    await who.says('报事1', { chat });
    expect(who.last.pictures ?? []).toEqual([]);
  }

  expect(await grid.resident(20).says('报事1照片', { pictures: ['别处'] })).toContain('不是您报的');
  expect(await reporter.says('报事1照片', { pictures: ['堵了'] })).toContain('已经登记过');
  expect(await reporter.says('报事1照片', { pictures: Array.from({ length: 8 }, (_, at) => `多${at}`) })).toContain(
    '最多9张',
  );
  await property.says('报事1办好了：已疏通');
  expect(await reporter.says('报事1照片', { pictures: ['晚了'] })).toContain('不用再办');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('who reported takes it back: alone it comes to its end, with others it goes on for them; reported again it counts again', async () => {
  const grid = await aNeighbourhood();
  const [one, other] = [grid.resident(70), grid.resident(71)];
  const property = grid.role('property_company');
  await one.says('报事：3号楼下水道堵了');
  await other.says('报事：3号楼下水道堵了');
  await other.says('是');

  expect(await grid.resident(20).says('撤回报事1')).toContain('不是您报的');
  expect(await one.says('撤回报事1')).toContain('还有1人报过，报事1接着办');
  await property.says('报事1答复：明天来疏通');
  expect((await grid.postsTo(one.userid)).join()).not.toContain('明天来疏通');
  expect((await grid.postsTo(other.userid)).join()).toContain('明天来疏通');
  await one.says('报事：3号楼下水道又堵了');
  expect(await one.says('是')).toContain('现在2人报过');

  await one.says('撤回报事1');
  expect(await other.says('撤回报事1')).toContain('撤回了，已告诉管事的人');
  expect((await grid.postsTo(property.userid)).at(-1)).toContain('不用再办');
  expect(await grid.resident(20).says('报事1')).toContain('报的人撤回了');
  expect(await other.says('撤回报事1')).toContain('不是您报的');
  await grid.until('2026-03-20T10:00:00+08:00');
  expect((await grid.postsTo(property.userid)).join()).not.toContain('还没有');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});
