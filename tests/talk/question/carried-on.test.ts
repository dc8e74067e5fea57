import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const binding = /^(?:pledge|poll\.vote|poll\.undo|project\.rate|funds|offer|credit)/u;

async function matters(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 12, title: '更换主管道', state: 'pledging', budgetFen: 1_000_000 });
  await aProject(grid, {
    no: 15,
    title: '装路灯',
    state: 'accepted',
    acceptedAt: new Date('2026-03-17T09:00:00+08:00'),
  });
  for (const [no, title] of [
    [3, '刷楼道'],
    [4, '清飞线'],
  ] as const) {
    await aProject(grid, {
      no,
      title,
      state: 'plan_published',
      planPublishedAt: new Date('2026-03-02T15:30:00+08:00'),
    });
    await grid.role('building_leader').says(`${no}号发起表决，3月28日20:00截止`);
  }
  return grid;
}

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => binding.test(deed));
}

async function talk(person: Person, lines: readonly string[]): Promise<string> {
  let last = '';
  for (const line of lines) last = await person.says(line, { chat: 'single' });
  return last;
}

test.each<readonly [readonly string[], string, string]>([
  [['12号我出150元'], '他都200了，我也200得了', '改为认捐200元'],
  [['12号我出150元'], '要不少出点，一百？', '改为认捐100元'],
  [['12号我出150元', '刚才那个取消'], '要不还是出一百吧', '认捐100元'],
  [['15号进度'], '挺好，我给它打4分', '打4分'],
  [['12号我出半天工'], '要不一天吧', '出工8小时'],
])('behind %j “%s” is read together with it: %s', async (before, words, expected) => {
  const grid = await matters();
  const speaker = grid.resident(20);
  await talk(speaker, before);
  const stood = await deeds(grid);

  expect(await talk(speaker, [words])).toContain(expected);
  expect(await deeds(grid)).toEqual(stood);
});

test.each<readonly [string, string, string]>([
  ['3号同意', '不对不对，我说串了，同意的是4号那个，3号我还没想好呢', '撤销3号的投票吗'],
  ['3号同意', '哎呀看花眼了，我投的是4号', '撤销3号的投票吗'],
  ['12号我出2000元', '坏了多打个0，就出200', '改为200元|改为认捐200元|从2,000元改为200元'],
])('behind “%s” “%s” puts it right: %s', async (before, words, expected) => {
  const grid = await matters();

  expect(await talk(grid.resident(20), [before, words])).toMatch(new RegExp(expected, 'u'));
});

test('the words behind a choice tell why: it is read back, and recorded on 是你给我记上', async () => {
  const grid = await matters();
  const speaker = grid.resident(20);

  expect(await talk(speaker, ['3号投票'])).toContain('同意、反对');
  expect(await talk(speaker, ['哎呀就是不同意那墙前年才刷的刷啥刷'])).toContain('给3号「刷楼道」投“反对”吗');
  expect(await talk(speaker, ['是你给我记上'])).toContain('投了反对');
});

test('who said something that was not understood is not told that it was recorded', async () => {
  const grid = await matters();

  expect(await talk(grid.resident(20), ['3号同意', '那个谁谁还没回来呢你懂的', '对，就这样'])).toContain(
    '刚才那句我没听懂',
  );
});

test('the number makes whole what was not understood without it', async () => {
  const grid = await matters();
  const cashier = grid.role('cashier');

  await talk(cashier, ['维修资金那五万下来了']);
  expect(await talk(cashier, ['12号的呗，还能是谁的'])).toContain('12号维修资金到账50000元');
  expect(await deeds(grid)).not.toContain('funds.receive');
});

test.each([
  '今天有二十度',
  '老王说他出三百',
  '要是出三百够不够',
  '我儿子考了一百分',
  '楼下卖菜的涨到五块了',
  '是',
  '好的',
])('behind a pledge “%s” changes nothing, whatever is answered to it', async words => {
  const grid = await matters();
  const speaker = grid.resident(20);
  await talk(speaker, ['12号我出150元']);
  const stood = await deeds(grid);

  await talk(speaker, [words]);
  expect(await deeds(grid)).toEqual(stood);
});

test('of what is left over so much is given, and 捐点东西 asks for no sum', async () => {
  const grid = await matters();
  const speaker = grid.resident(20);

  expect(await talk(speaker, ['我想捐点东西'])).not.toContain('多少钱');
  await talk(speaker, ['取消']);
  expect(await talk(speaker, ['三箱瓷砖用掉一箱还剩两箱，捐给12号'])).toMatch(/数量2|捐2份/u);
});

test.each([
  ['我看一般 三分吧', '给15号「装路灯」打3分吗'],
  ['比他少两分', '给15号「装路灯」打3分吗'],
])('behind a neighbour’s rating in the group “%s” is of the same matter, and read back', async (words, answer) => {
  const grid = await matters();
  await grid.resident(20).says('15号打5分');
  const before = await deeds(grid);

  expect(await grid.resident(21).says(words)).toContain(answer);

  expect(await deeds(grid)).toEqual(before);
});
