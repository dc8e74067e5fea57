import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const longAgo = new Date('2026-02-02T10:00:00+08:00');
const closes = new Date('2026-03-25T20:00:00+08:00');

/** 12号 collects, 5号 is voted on, 7号 waits for its acceptance. */
async function three(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 12, title: '装路灯', state: 'pledging', budgetFen: 1_000_000, pledgeClosesAt: closes });
  await aProject(grid, { no: 5, title: '电梯大修', state: 'plan_published', planPublishedAt: longAgo });
  await aProject(grid, { no: 7, title: '修台阶', state: 'completed_pending_acceptance' });
  await grid.role('building_leader').says('5号发起表决，3月28日20:00截止');
  return grid;
}

test.each([
  ['12号我出100元', '那还差多少？', '还差9,900元'],
  ['12号我出100元', '现在有多少了', '全部认捐100元'],
  ['12号我出100元', '一共收了多少了', '还没有收到钱'],
  ['12号我出100元', '我要是出两百呢，够不够', '以后还差9,700元'],
  ['12号我出100元', '哪天截止', '3月25日'],
  ['12号我出100元', '咋不能退', '社区会计'],
  ['12号我出100元', '那剩下的还给俺不', '按各户实交的比例退回'],
  ['12号我出100元', '那我们家呢', '只告诉您本人'],
  ['5号同意', '投上了没', '投上了'],
  ['5号同意', '什么时候截止', '3月28日'],
  ['12号我出100元', '5号什么时候投？', '现在就能投'],
  ['7号进度', '那他们验过没', '还没有验收合格'],
  ['7号进度', '什么时候能打分', '验收合格以后'],
  ['7号进度', '真撤了？', '竣工待验收'],
  ['7号进度', '下一步该我干啥来着', '7号'],
])('behind “%s”, “%s” is about the same matter: %s', async (first, second, expected) => {
  const grid = await three();
  const speaker = grid.resident(40);

  await speaker.says(first);
  const before = (await grid.journal()).filter(deed => /^(?:pledge\.money|poll\.vote)$/u.test(deed));

  expect(await speaker.says(second)).toContain(expected);
  expect((await grid.journal()).filter(deed => /^(?:pledge\.money|poll\.vote)$/u.test(deed))).toEqual(before);
});

test('the group hears only that a ballot is cast, its owner in private how and under which code', async () => {
  const grid = await three();
  const voter = grid.resident(40);

  await voter.says('5号反对');
  expect(await voter.says('投上了没')).not.toContain('反对');
  await voter.says('5号什么时候投', { chat: 'single' });
  expect(await voter.says('投上了没', { chat: 'single' })).toMatch(/反对.*回执码/u);
});

test('what was spoken of ten minutes ago is forgotten', async () => {
  const grid = await three();
  const speaker = grid.resident(40);

  await speaker.says('12号我出100元');
  grid.now = new Date(grid.now.getTime() + 11 * 60_000);

  expect(await speaker.says('咋不能退')).not.toContain('装路灯');
});

test.each(['谢谢啊', '嗯呐', '对', '你给俺记好喽', '辛苦啦'])('“%s” behind a deed hears what stands', async words => {
  const grid = await three();
  const giver = grid.resident(40);

  await giver.says('12号我出200元');

  expect(await giver.says(words)).toContain('已经记好了：12号您家认捐200元');
});

test('what is not understood is said so, and shorter the second time; a question hears what can be answered', async () => {
  const grid = await three();
  const speaker = grid.resident(40);

  const first = await speaker.says('今天天气真好');
  const second = await speaker.says('天气预报说要下雨');
  expect(first).toContain('没有记任何东西');
  expect(second).toContain('没有记任何东西');
  expect(second.length).toBeLessThan(first.length);
  expect(await speaker.says('12号灯杆是啥牌子的？')).toContain('“12号还差多少”');
});

test('a number that is left alone is no part of the deed, and the others are all of it', async () => {
  const grid = await three();
  for (const no of [8, 9, 10]) await aProject(grid, { no, title: `修${no}`, state: 'issue_reported' });
  const speaker = grid.resident(40);

  const answer = await speaker.says('附议8号和9号，10号就算了');

  expect(answer).toContain('10号这次没有记');
  expect((await grid.journal()).filter(deed => deed === 'proposal.support')).toHaveLength(2);
});

test('a pledge of one sum is asked how much, and not which goods', async () => {
  const grid = await three();

  expect(await grid.resident(40).says('12号我认一笔')).toContain('多少钱');
});
