import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** 10号 建充电桩 is being planned, 8号 修台阶 is being built, 12号 装路灯 collects pledges. */
const matters = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-04-15T10:00:00+08:00' });
  await aProject(grid, { no: 8, title: '修台阶', state: 'in_progress', percent: 20 });
  await aProject(grid, { no: 10, title: '建充电桩', state: 'topic_selected', budgetFen: null, planText: null });
  await aProject(grid, { no: 12, title: '装路灯', state: 'pledging' });
  return grid;
});

async function done(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed =>
    /^(?:plan|team|schedule|pledge|project|space|key|benefit|reward)\b/u.test(deed),
  );
}

test.each<readonly [string, string]>([
  ['充电桩预算分一下 材料1200 人工800', '材料1,200元、人工800元，合计2,000元'],
  ['10号预算这么分：设备两万 人工五千', '设备20,000元、人工5,000元，合计25,000元'],
  ['10号预算 设备 20000 人工 5000 运费 300', '设备20,000元、人工5,000元、运费300元'],
  ['充电桩的预算 两万买设备 五千给人工', '设备20,000元、人工5,000元'],
  ['充电桩三家报价 宏达8200 张记9000 光明8650', '宏达8,200元、张记9,000元、光明8,650元'],
  ['10号比价 宏达公司要两万四 远大要两万六', '宏达公司24,000元、远大26,000元'],
  ['充电桩居民出1500 奖补500', '居民众筹1,500元'],
  ['10号钱这么来 居民两万 街道补一万', '政策奖补10,000元'],
  ['10号居民出八千 其余四千由奖补来解决 批文桓财2026-12号', '政策奖补4,000元'],
  ['10号按户平摊', '户均'],
  ['10号按户平均摊', '户均'],
  ['充电桩就按户平均出吧', '户均'],
  ['10号认筹到5月10号 最低一千五 一户不超五百', '5月10日'],
  ['充电桩认筹定到5月10号 最低一万 一户最多五百', '认满10,000元'],
  ['10号认筹半个月 至少凑够八千', '认满8,000元'],
  ['8号工期 4月18号拆旧 4月25号砌新', '拆旧 4月18日（周六）、砌新 4月25日（周六）'],
  ['台阶工期 拆旧18号 砌新25号', '拆旧 4月18日（周六）、砌新 4月25日（周六）'],
  ['8号工期 拆旧到4月18号 砌新到4月25号', '拆旧 4月18日'],
  ['充电桩先用奖补 再用居民的', '政策奖补、居民众筹'],
  ['10号用钱顺序 奖补 居民', '政策奖补、居民众筹'],
  ['12号定为2026年度攻坚项目 目标六盏全亮 现状全坏 10月底前', '10月31日'],
])('a list that blanks part is read back, and then done: “%s”', async (words, answer) => {
  const grid = await matters();
  const secretary = grid.role('grid_secretary');
  const before = await done(grid);

  const asked = await secretary.says(words, { chat: 'single' });
  expect(asked).toMatch(/^您是要/u);
  expect(await done(grid)).toEqual(before);

  expect(await secretary.says('是', { chat: 'single' })).toContain(answer);
});

test.each([
  // The names of days and grounds are no numbers of matters.
  ['充电桩钱从哪来 居民一万五 公共收益一万 是3号表决定的', '10号资金来源'],
  ['10号居民出三万，剩下一万二用公共收益，去年的6号表决定过的', '10号资金来源'],
  ['路灯缺的一千二 慈善基金补 基金2026-3号决定', '12号缺口'],
  ['充电桩认筹定到5月10号 每户最多五百', '定到5月10号'],
])('“%s” is said of %s', async (words, answer) => {
  const grid = await matters();

  expect(await grid.role('grid_secretary').says(words, { chat: 'single' })).toContain(answer);
});

test('what of a list cannot be read is named', async () => {
  const grid = await matters();

  const answer = await grid.role('grid_secretary').says('10号资金来源：居民8000元，剩下的找人要', { chat: 'single' });
  expect(answer).toContain('没看懂资金来源里的“剩下的找人要”');
});

test('a list with its marks is done as it was', async () => {
  const grid = await matters();

  const answer = await grid.role('grid_secretary').says('10号预算明细：材料1200元，人工800元', { chat: 'single' });

  expect(answer).toContain('合计2,000元');
});
