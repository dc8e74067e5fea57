import { expect, test } from 'vitest';
import { placeSaid } from '../../../src/talk/before/report-added.js';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';

const inPrivate = { chat: 'single' } as const;

/** 报事1 is of who lives in 3号楼, 报事2 of another home. */
const reported = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident('r075').says('报事：3号楼2单元下水道反味，一楼有积水', inPrivate);
  await grid.resident('r109').says('报事：4号楼2单元门禁刷不开', inPrivate);
  return grid;
});

test.each(['报的那个事我补一句，一楼东户也进水了', '我报的事补充一下：味儿更大了', '忘了说，晚上更厉害'])(
  '“%s” is told of the own report',
  async words => {
    const grid = await reported();
    expect(await grid.resident('r075').says(words, inPrivate)).toContain('已补到报事1');
  },
);

test.each([
  ['下水道反味俺家也是', 1],
  ['反味，我们单元也有', 1],
  ['门禁我家也刷不开', 2],
  ['门禁刷不开我也一样', 2],
])('“%s” of a neighbour is one voice more for 报事%i', async (words, report) => {
  const grid = await reported();
  expect(await grid.resident('r083').says(words, inPrivate)).toContain(`已加到报事${report}，现在2人报过`);
  expect((await grid.journal()).at(-1)).toBe('report.join');
});

test('也报一个 for somebody is asked about, where one report stands', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident('r075').says('报事：3号楼2单元下水道反味', inPrivate);
  const neighbour = grid.resident('r076');
  expect(await neighbour.says('天天闻着味，能不能算她也报一个', inPrivate)).toContain('在报事1加上您一份');
  expect(await neighbour.says('是', inPrivate)).toContain('已加到报事1');
});

test.each(['我家也是', '路灯我家也是出一百', '下水道反味俺家也是吗', '我也一样', '他家也是三口人'])(
  '“%s” joins no report',
  async words => {
    const grid = await reported();
    await grid.resident('r083').says(words, inPrivate);
    expect(await grid.journal()).not.toContain('report.join');
  },
);

test.each([
  ['r075', '恁看俺那个下水道咋弄来', '报事1'],
  ['r109', '我报的那个怎么样了呀，都好几天刷不开了，天天喊人开门', '报事2'],
  ['r076', '你好，我替我妈问一下，下水道反味那个事有人管了吗', '报事1'],
  ['r083', '门禁刷不开那个事有信儿没', '报事2'],
])('%s: “%s” asks how %s stands', async (userid, words, report) => {
  const grid = await reported();
  const before = await grid.journal();
  expect(await grid.resident(userid).says(words, inPrivate)).toContain(report);
  expect(await grid.journal()).toEqual(before);
});

test.each([
  '那我能反映个事不，楼道里堆了好多纸箱子',
  '我想报个事，单元门口灯不亮',
  '你好，我是租房子的，楼道灯坏了好几天了能报吗',
])('“%s” reports what it tells', async words => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const answer = await grid.resident('r075').says(words, inPrivate);
  expect(answer).toMatch(/报事1|几号楼|您是要报事“楼道里/u);
});

test.each(['那我能反映个事不', '能反映吗，我就问问', '我想报个名，周六扫雪'])('“%s” reports nothing', async words => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident('r075').says(words, inPrivate);
  expect(await grid.journal()).not.toContain('report.open');
});

test.each([
  ['水管哗哗往外喷，快来人', '先关水阀'],
  ['暖气管子呲呲往外喷水了快来', '先关水阀'],
])('“%s” hears at once what to do, and is recorded', async (words, first) => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  expect(await grid.resident('r112').says(words, inPrivate)).toContain(first);
  expect(await grid.journal()).toContain('report.open');
});

test.each([
  ['r083', '三单元门口那棵树要倒了，看着悬', '3号楼3单元'],
  ['r075', '2单元门口的灯不亮了', '3号楼2单元'],
])('%s: “%s” is at %s, where the speaker lives', async (userid, words, place) => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  expect(await grid.resident(userid).says(words, inPrivate)).toContain(place);
});

test('the entrance of another home is asked about', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  expect(await grid.resident('r075').says('1单元门口的灯不亮了', inPrivate)).toContain('几号楼');
});

test.each([
  ['在3号楼', '3号楼三单元门口'],
  ['再3号楼', '3号楼三单元门口'],
  ['就是2号楼二单元', '2号楼二单元三单元门口'],
  ['3号楼怎么走', undefined],
  ['是', undefined],
  ['302也坏了', undefined],
])('“%s” to a report that was read back is its place: %s', (words, place) => {
  const slots = { text: '井盖坏了', place: '三单元门口' };
  const asked = { id: 1, gridId: 1, userid: 'a', chat: 'single', askedAt: new Date(0) };

  expect(placeSaid({ ...asked, intent: 'report.open', slots, asks: 'yes' }, words)?.slots['place']).toBe(place);
  expect(placeSaid({ ...asked, intent: 'pledge.money', slots, asks: 'yes' }, words)).toBeNull();
});

test('就是门口那三盏 at once behind a report is read back as more of it; 就是这样 is not', async () => {
  const grid = await reported();
  const neighbour = grid.resident('r075');

  expect(await neighbour.says('就是门口那个口子', inPrivate)).toContain('在报事1加上您一份“门口那个口子”吗');
  await neighbour.says('不是', inPrivate);
  expect(await neighbour.says('就是这样的', inPrivate)).not.toContain('加上');
});

test.each(['这个干脆大家一起弄吧，转成提案', '光修不行，还是提案吧', '把这个变成提案', '这个转成提案吧'])(
  '“%s” right behind a report is of that report, and of no earlier one',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
    const neighbour = grid.resident('r075');
    await neighbour.says('报事：3号楼1单元门关不上');
    await neighbour.says('报事：3号楼路灯坏了三盏');

    expect(await neighbour.says(words)).toContain('您是要把报事2转成提案吗？');
    expect(await grid.journal()).not.toContain('report.grow');
    await neighbour.says('是');
    expect((await grid.journal()).filter(deed => deed === 'report.grow')).toHaveLength(1);
  },
);

test('an earlier report that is named is the one', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const neighbour = grid.resident('r075');
  await neighbour.says('报事：3号楼1单元门关不上');
  await neighbour.says('报事：3号楼路灯坏了三盏');

  expect(await neighbour.says('门关不上那个报事转成提案吧')).toContain('您是要把报事1转成提案吗？');
});

test.each([
  ['谢谢，大概多久能修', '报事1'],
  ['好的谢谢，谁来管', '报事1'],
])('what is asked behind the thanks is answered: %s', async (words, told) => {
  const grid = await reported();
  const neighbour = grid.resident('r075');

  expect(await neighbour.says(words, inPrivate)).toContain(told);
});

test.each(['谢谢大家', '好的谢谢', '谢谢，辛苦了'])('“%s” is thanks alone', async words => {
  const grid = await reported();

  expect(await grid.resident('r075').says(words, inPrivate)).toContain('不客气');
});

test.each(['四楼水管漏水', '3楼有人装修', '是吗那边真黑'])('“%s” behind a report is no more of it', async words => {
  const grid = await reported();
  const neighbour = grid.resident('r083');
  await neighbour.says('报事：3号楼2单元楼道灯坏了', inPrivate);

  expect(await neighbour.says(words, inPrivate)).not.toMatch(/已补到|加上您一份/u);
});

test.each(['2单元3楼', '三楼的', '是三楼到四楼之间那个'])('“%s” behind a report says where it is', async words => {
  const grid = await reported();
  const neighbour = grid.resident('r083');
  await neighbour.says('报事：3号楼路灯坏了', inPrivate);

  expect(await neighbour.says(words, inPrivate)).toContain('已补到报事3');
});
