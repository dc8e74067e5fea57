import { describe, expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const giving = { state: 'pledging', planText: '照方案办', budgetFen: 500_000, payer: 'residents' } as const;
const shown = {
  state: 'plan_published',
  planText: '换六样器材',
  budgetFen: 2_400_000,
  planPublishedAt: new Date('2026-03-11T08:00:00+08:00'),
} as const;

const grid = playedOnce(async (): Promise<Neighbourhood> => {
  const one = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(one, { title: '大门装人行门禁', ...giving });
  await aProject(one, { title: '小广场换健身器材', ...shown });
  return one;
});

/** What is recorded of the last message, once it was said yes to. */
async function recorded(first: string, then: string): Promise<string[]> {
  const estate = await grid();
  const person = estate.resident(83);
  await person.says(first);
  if (person.last.answers) await person.says('是');
  const before = (await estate.journal()).length;
  await person.says(then);
  const isRead = /您是要/u.test(person.last.text);
  if (isRead) await person.says('是');
  return (await estate.journal()).slice(before);
}

const gas = '楼道里一股煤气味！！';
const bins = '4号楼的垃圾桶都溢出来了，臭死了';
const raised = '提案：后院装个监控';
const claimed = '2号楼2单元门口那堆落叶我来扫';
const cement = '1号我捐两袋水泥';
const work = '1号我出工半天，帮着搬东西';

describe('what stands of the own and is over, or given up, is taken back', () => {
  test.each([
    [gas, '查了，是邻居做菜糊锅，虚惊一场', ['report.withdraw']],
    [bins, '哦刚有车来拉走了，没事了', ['report.withdraw']],
    [bins, '已经清走了，不用来了', ['report.withdraw']],
    [bins, '看错了，不用管了', ['report.withdraw']],
    [raised, '问了物业说他们下月就装，不提了', ['proposal.withdraw']],
    [raised, '监控那个大家都不要，撤了吧', ['proposal.withdraw']],
    [claimed, '扫落叶我实在抽不出空，谁愿意谁接', ['task.drop']],
    [claimed, '腰闪了，落叶我扫不了了', ['task.drop']],
    [cement, '水泥我家捐不了了', ['pledge.cancel']],
    [work, '那天有事，帮着搬东西我去不成了', ['pledge.cancel']],
    [cement, '水泥不是两袋，我家就一袋', ['pledge.cancel', 'pledge.goods']],
    [cement, '水泥改成三袋吧', ['pledge.cancel', 'pledge.goods']],
  ])('behind “%s”: “%s”', async (first, then, deeds) => {
    expect(await recorded(first, then)).toEqual(deeds);
  });

  test.each([
    [bins, '清走了又满了，还没弄好呢'],
    [bins, '是不是没事了'],
    [gas, '物业说没事了'],
    [raised, '他说不提了'],
    [work, '他说搬东西去不成了'],
    [cement, '水泥啥时候送到'],
    [cement, '水泥是几袋来着'],
    ['早上好', '没事了'],
    ['早上好', '虚惊一场'],
    ['早上好', '我去不了开会'],
  ])('behind “%s” nothing is taken back by “%s”', async (first, then) => {
    expect(await recorded(first, then)).toEqual([]);
  });

  test('of an objection it is told that it stays until it is answered', async () => {
    const person = (await grid()).resident(83);
    await person.says('2号异议：单杠装得太高');

    expect(await person.says('单杠那条我想通了，不提了')).toContain('撤不回来');
  });

  test('what else was offered stays', async () => {
    const estate = await grid();
    const person = estate.resident(83);
    await person.says(cement);
    await person.says('1号我捐三把铁锹');
    await person.says('铁锹我捐不了了');
    await person.says('是');
    const offers = await estate.inUnit(async unit => unit.ledger.offers((await unit.projects.byNo(1))?.id ?? 0));

    expect(offers.map(({ what, cancelledAt }) => [what, cancelledAt === null])).toEqual([
      ['水泥', true],
      ['铁锹', false],
    ]);
  });
});
