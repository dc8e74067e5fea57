import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const binding = /^(?:pledge|poll\.vote|proposal|project|funds|report)/u;

/** Two rounds, 7号 and 12号, and three polls, 4号 to 6号. */
const aGrid = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 7, title: '修凉亭', state: 'pledging' });
  await aProject(grid, { no: 12, title: '装路灯', state: 'pledging' });
  const published = { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') } as const;
  for (const [no, title] of [
    [4, '装门禁'],
    [5, '电梯大修'],
    [6, '装快递柜'],
  ] as const) {
    await aProject(grid, { no, title, ...published });
    await grid.role('building_leader').says(`${no}号发起表决，3月28日20:00截止`);
  }
  return grid;
});

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => binding.test(deed));
}

test.each([
  ['这个月刚还了房贷，两个孩子上学，家里紧，先来个一百五吧', '150'],
  ['老头子说行，不过就六百', '600'],
  ['老马你是个啥哟。我出四百', '400'],
  ['不是不出，是不出那么多，我出一百', '100'],
  ['手头紧，就三十块吧', '30'],
  ['别人出三百，我出一百', '100'],
  ['闺女说多出点，那就五百', '500'],
])('“%s” to the question how much is read back as %s yuan', async (words, yuan) => {
  const grid = await aGrid();
  const resident = grid.resident(20);

  expect(await resident.says('12号我出个千把块钱')).toContain('准数');
  expect(await resident.says(words)).toContain(`认捐${yuan}元吗`);
  expect(await deeds(grid)).toEqual([]);
  expect(await resident.says('是')).toContain(`${yuan}元`);
});

test.each(['问他六百行不行', '老王说六百', '要是六百呢', '六百太多了', '三百还是五百', '去年出了六百'])(
  '“%s” is no sum of the speaker',
  async words => {
    const grid = await aGrid();
    const resident = grid.resident(20);

    await resident.says('12号我出个千把块钱');
    expect(await resident.says(words)).not.toContain('元吗');
    await resident.says('是');
    expect(await deeds(grid)).toEqual([]);
  },
);

test('who wants to ask at home first is waited for', async () => {
  const grid = await aGrid();
  const resident = grid.resident(20);

  await resident.says('12号我出个千把块钱');
  expect(await resident.says('先别急，我问问老头子')).toMatch(/^不急，还没有记。请问是多少钱/u);
  expect(await resident.says('老头子说行，不过就六百')).toContain('600元吗');
});

test.each([
  ['我出60块', '就是乘凉的那个凉亭嘛', /给7号[^]*60元吗/u],
  ['我出60块', '凉亭，凉亭', /7号[^]*60元/u],
  ['我出60块', '东头路灯那边的', /给12号[^]*60元吗/u],
  ['我出半天工', '出工是给7号', /给7号[^]*4小时/u],
])('“%s”, then “%s” names the matter', async (first, second, answer) => {
  const grid = await aGrid();
  const resident = grid.resident(20);

  expect(await resident.says(first)).toContain('请问是几号');
  expect(await resident.says(second)).toMatch(answer);
});

test.each(['哪个都行', '路灯坏了谁来修', '凉亭是哪个', '凉亭和路灯'])('“%s” names no matter', async words => {
  const grid = await aGrid();
  const resident = grid.resident(20);

  await resident.says('我出60块');
  expect(await resident.says(words)).not.toContain('元吗');
  expect((await deeds(grid)).filter(deed => deed.startsWith('pledge'))).toEqual([]);
});

test('the list leaves out what was voted on a moment ago', async () => {
  const grid = await aGrid();
  const resident = grid.resident(20);

  await resident.says('4号同意');
  const list = await resident.says('那个也同意');
  expect(list).toMatch(/5号[^]*6号/u);
  expect(list).not.toContain('4号');
  expect(await resident.says('就是放快递的那个嘛')).toMatch(/6号[^]*投“同意”吗/u);
  expect(await resident.says('对对')).toContain('6号您家投了同意');
});

test('a question for a slot is not lost by a deed that comes between', async () => {
  const grid = await aGrid();
  const resident = grid.resident(20);

  await resident.says('我出60块');
  expect(await resident.says('我们那楼道灯又坏了，三天了没人管')).toMatch(
    /报事1[^]*刚才问您的那件事还没有记。请问是几号/u,
  );
  expect(await resident.says('哦哦你问我哪件是吧，凉亭，凉亭')).toMatch(/7号[^]*60元吗/u);
  expect(await resident.says('对')).toContain('60元');
  expect(await deeds(grid)).toEqual(['report.open', 'pledge.money']);
});

test('不知道 is told to be no answer', async () => {
  const grid = await aGrid();
  await aProject(grid, { no: 20, title: '更换供热主管道', state: 'topic_selected', payerCheck: null });
  const secretary = grid.role('grid_secretary');

  await secretary.says('20号责任核查');
  expect(await secretary.says('这个嘛，我也说不清楚，不知道')).toContain('“不知道”不算回答');
});
