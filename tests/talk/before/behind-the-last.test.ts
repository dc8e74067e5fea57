import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';
import { loadIntents } from '../../../src/process/registry.js';
import { meansNothing } from '../../../src/talk/meaning/means-nothing.js';
import { reasonSaid } from '../../../src/language/reading/moment.js';

const single = { chat: 'single' } as const;

async function rated(): Promise<{ grid: Neighbourhood; no: number; score(): Promise<number | undefined> }> {
  const grid = await twoOfEach();
  const { id, no } = await aProject(grid, { state: 'accepted', acceptedAt: grid.now, percent: 100 });
  await grid.resident(20).says(`${no}号打5分`, single);
  const score = async (): Promise<number | undefined> =>
    grid.inUnit(async unit => {
      const { householdId } = await unit.members.view(grid.resident(20).userid);
      return (await unit.works.ratings(id)).find(one => one.householdId === householdId)?.score;
    });
  return { grid, no, score };
}

test.each(['打错了，是四分', '改成4分', '哎别别，东头那个还是有点歪，四分吧'])(
  'behind a mark “%s” gives another one',
  async words => {
    const { grid, score } = await rated();
    expect(await score()).toBe(5);

    const answer = await grid.resident(20).says(words, single);
    if (answer.includes('回复“是”')) await grid.resident(20).says('是', single);
    expect(await score(), answer).toBe(4);
  },
);

test('another mark is heard beside a question about something else', async () => {
  const { grid, score } = await rated();
  await grid.resident(20).says('同意', single);

  const answer = await grid.resident(20).says('那个还是有点歪，四分吧', single);
  expect(answer).toContain('打4分吗');
  await grid.resident(20).says('是', single);
  expect(await score()).toBe(4);
});

test.each(['手滑😂3号改反对', '手滑，改反对', '❌改成反对'])('behind a vote “%s” changes it', async words => {
  const grid = await twoOfEach();
  await grid.resident(20).says('3号同意', single);

  const answer = await grid.resident(20).says(words, single);
  const done = answer.includes('回复“是”') ? await grid.resident(20).says('是', single) : answer;
  expect(done, answer).toContain('反对');
  expect(done).not.toContain('没有改任何东西');
});

test.each(['❌❌撤了', '弄错了，撤了吧', '报错了 取消吧'])(
  'behind a promise “%s” takes it back, or asks',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(20).says('1号我出100元', single);

    const answer = await grid.resident(20).says(words, single);
    expect(answer).toMatch(/撤回.*1号的认捐100元/u);
  },
);

test.each(['报错了 撤了吧', '弄错了，取消吧'])(
  'behind a report of trouble “%s” asks whether it is taken back',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(20).says('报事：3号楼2单元楼道灯坏了', single);

    expect(await grid.resident(20).says(words, single)).toContain('您是要撤回报事1');
    expect(await grid.resident(20).says('对', single)).toContain('报事1撤回了');
  },
);

test.each(['把我名字去了 改成匿名的', '改成匿名的', '把我的名字划掉吧'])(
  'behind a promise “%s” hides the giver and leaves the sum',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(20).says('1号我出200元', single);

    expect(await grid.resident(20).says(words, single)).toMatch(/200元.*不公开/u);
  },
);

const intents = await loadIntents();

test.each<readonly [string, string, boolean]>([
  ['pledge.money', '等发了工资再给路灯捐两百', true],
  ['pledge.money', '我等年底有钱了再出', true],
  ['pledge.money', '出一百，等发了低保再给', false],
  ['pledge.money', '等会儿，我捐两百', false],
  ['poll.vote', '差点投成反对', true],
  ['poll.vote', '我差点就投反对了', true],
  ['poll.vote', '我投反对', false],
  ['objection.raise', '我对路灯方案没有异议', true],
  ['objection.raise', '没啥意见', true],
  ['objection.raise', '大方向没意见，但是报价太高', false],
  ['objection.raise', '我有异议', false],
  ['meeting.call', '等周六再投票', false],
  ['pledge.money', '他要是打电话来说出一百我就记', true],
  ['pledge.money', '要是人家真要出五十再说', true],
  ['pledge.money', '要是不够我再出一百', false],
])('%s: “%s” means nothing of the kind: %s', (intent, words, expected) => {
  expect(meansNothing(intents, intent, words)).toBe(expected);
});

test.each<readonly [string, string | undefined]>([
  ['路灯那个方案我有意见装在东头晃我家窗户', '装在东头晃我家窗户'],
  ['我有异议，报价太高', '报价太高'],
  ['对这个我有不同意见灯太亮了晚上睡不着', '灯太亮了晚上睡不着'],
  ['我有意见', undefined],
  ['有意见的可以提', undefined],
  ['有意见向谁反映啊', undefined],
  ['我没有异议就这样办', undefined],
])('the reason in “%s” is %s', (words, reason) => {
  expect(reasonSaid(words)).toBe(reason);
});
