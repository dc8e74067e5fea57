import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const single = { chat: 'single' } as const;

/** 1号 is voted on and 2号 collected for; the son is bound to the home of his father. */
async function withSon(): Promise<{ grid: Neighbourhood; son: Person; place: string }> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  const longAgo = new Date('2026-02-02T10:00:00+08:00');
  await aProject(grid, { no: 1, title: '粉刷楼道', state: 'plan_published', planPublishedAt: longAgo });
  await aProject(grid, { no: 2, title: '装路灯', state: 'pledging', budgetFen: 1_000_000 });
  const leader = grid.role('building_leader', 1);
  await leader.says('1号发起表决，3月28日20:00截止');
  const son = grid.resident('son');
  await son.says('我是2号楼2单元301的陈小明', single);
  expect(await leader.says('确认绑定 son', single)).toContain('已确认绑定');
  return { grid, son, place: '2号楼2单元301' };
}

test.each([
  ['我爸不会用手机，我替他投粉刷的票，同意', '给1号「粉刷楼道」投“同意”', 'poll.vote'],
  ['替我妈把粉刷的票投了反对', '给1号「粉刷楼道」投“反对”', 'poll.vote'],
  ['我妈说她想给路灯捐200', '给2号「装路灯」认捐200元', 'pledge.money'],
])('“%s” of who is bound to the same home is read back as that of the home', async (words, expected, deed) => {
  const { grid, son, place } = await withSon();

  const answer = await son.says(words, single);
  expect(answer).toContain(expected);
  expect(answer).toContain(place);
  expect(await grid.journal()).not.toContain(deed);

  await son.says('是', single);
  expect(await grid.journal()).toContain(deed);
});

test('他 behind it is the same one', async () => {
  const { son } = await withSon();

  await son.says('我爸不会用手机，我替他投粉刷的票，同意', single);
  await son.says('是', single);
  expect(await son.says('他还想给路灯捐200', single)).toContain('认捐200元');
  await son.says('是', single);
  expect(await son.says('我爸说200多了，他出100', single)).toContain('100元');
  await son.says('是', single);

  expect(await son.says('我一共认了多少钱', single)).toContain('认捐100元');
});

test.each(['替我邻居投粉刷同意', '我妈住3号楼2单元402，替她投粉刷同意', '楼下孙大爷托我投粉刷同意', '他也同意粉刷'])(
  '“%s” is still another household',
  async words => {
    const { grid, son } = await withSon();

    await son.says(words, single);

    expect(son.last.text).not.toContain('一户一份');
    expect(await grid.journal()).not.toContain('poll.vote');
  },
);

test('who is alone in a home speaks for nobody else', async () => {
  const { grid } = await withSon();

  expect(await grid.resident(20).says('替我妈把粉刷的票投了同意', single)).toContain('要有凭据');
});

test('a gift for a home that is named is shown with it and its sum', async () => {
  const { grid } = await withSon();

  const answer = await grid.resident(20).says('我妈住3号楼2单元402，她想出100给路灯，我替她说一声', single);

  expect(answer).toContain('“替3号楼2单元402给2号认捐100元”');
});
