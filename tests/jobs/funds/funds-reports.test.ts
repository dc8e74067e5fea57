import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, paid, received } from '../../support/works.js';

/** A funded project whose money was told on Monday 2 March. */
async function funded(): Promise<{ grid: Neighbourhood; project: Awaited<ReturnType<typeof aProject>> }> {
  const grid = await aNeighbourhood({ now: '2026-02-25T10:00:00+08:00' });
  const project = await aProject(grid, { state: 'funded', budgetFen: 200_000 });
  await received(grid, project, { fen: 200_000, source: 'subsidy' });
  await grid.until('2026-03-02T12:00:00+08:00');
  return { grid, project };
}

async function told(grid: Neighbourhood, words: string): Promise<string[]> {
  return (await grid.posts()).filter(text => text.includes(words));
}

test('payments are told by the third workday after the first of them, in one post, and not again', async () => {
  const { grid, project } = await funded();
  const before = (await told(grid, '【资金公示】')).length;
  await paid(grid, project, { fen: 30_000, why: '灯杆' });
  await grid.until('2026-03-04T12:00:00+08:00');
  await paid(grid, project, { fen: 20_000, why: '电线' });

  expect(await told(grid, '【资金公示】')).toHaveLength(before);
  await grid.until('2026-03-05T09:01:00+08:00');

  const posts = (await told(grid, '【资金公示】')).slice(before);
  expect(posts).toHaveLength(1);
  expect(posts[0]).toContain('比上次：支付500元');
  for (const why of ['灯杆', '电线']) expect(posts[0]).toContain(why);
  await grid.until('2026-03-06T23:00:00+08:00');
  expect((await told(grid, '【资金公示】')).slice(before)).toHaveLength(1);
});

test('a payment before the weekend waits for Monday’s report, which is still in time', async () => {
  const { grid, project } = await funded();
  const before = (await told(grid, '【资金公示】')).length;
  await grid.until('2026-03-05T12:00:00+08:00');
  await paid(grid, project, { fen: 30_000, why: '灯杆' });

  await grid.until('2026-03-08T23:00:00+08:00');
  expect(await told(grid, '【资金公示】')).toHaveLength(before);
  await grid.until('2026-03-09T09:01:00+08:00');
  expect(await told(grid, '灯杆')).toHaveLength(1);
});

test('on the month’s first workday each project’s statement is published once, with its tables and number', async () => {
  const { grid, project } = await funded();
  const [february = '', ...others] = await told(grid, '【收支明细】');
  expect(others).toEqual([]);
  expect(february).toContain('2026年2月');
  expect(february).toContain('这个月收了2,000元｜花了0元｜**还剩2,000元**');
  expect(february).toContain('这个月没有支出');
  await paid(grid, project, { fen: 30_000, why: '灯杆' });

  const ofMarch = async (): Promise<string[]> =>
    (await told(grid, '【收支明细】')).filter(words => words.includes('/1/2026-03.xlsx'));
  await grid.until('2026-04-01T09:00:00+08:00');
  expect(await ofMarch()).toHaveLength(0);
  await grid.until('2026-04-01T09:16:00+08:00');

  const [march = ''] = await ofMarch();
  for (const part of ['上月结余2,000元', '花了300元', '灯杆 300元', '/1/2026-03.xlsx', '号公示', '校验码'])
    expect(march).toContain(part);
  await grid.until('2026-04-10T12:00:00+08:00');
  expect(await ofMarch()).toHaveLength(1);
});
