import { expect, test } from 'vitest';
import { verify } from '../../src/process/commands/verify.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { fundsAre, reconciles, spends, theProject } from '../support/works.js';

test('owners let a common room, three shares fall due and one late, the fund finances a culture wall, and the record proves it', async () => {
  const grid = await aNeighbourhood({ now: '2026-01-05T09:00:00+08:00' });
  const [secretary, leader, cashier, bookkeeper] = [
    grid.role('grid_secretary'),
    grid.role('building_leader'),
    grid.role('cashier'),
    grid.role('bookkeeper'),
  ];
  const operator = grid.role('partner');
  const privately = { chat: 'single' } as const;
  const posted = async (words: string): Promise<string> =>
    (await grid.posts()).findLast(text => text.includes(words)) ?? '';

  /** Moves the clock past what does not matter here, and runs the jobs that do. */
  const at = async (moment: string, ...jobs: string[]): Promise<void> => {
    grid.now = new Date(`${moment}+08:00`);
    for (const job of jobs) await grid.scheduler.run(job);
  };

  // The room is the owners': without their decision it is not let.
  expect(await secretary.says('闲置空间：3号楼一楼东间，业主共有')).toContain('出租前还要有业主表决');
  const said = `公益协议：空间1，惠民理发店，按收入8%，保底200元，2026年3月1日到2027年2月28日，联系人${operator.name}，收益进慈善基金（1号表决）`;
  expect(await secretary.says(said)).toContain('要有业主表决');

  // Owners decide by item (8): three quarters of those who take part.
  await grid.resident(20).says('提案：3号楼一楼东间闲着，想租出去办理发店，收益捐入慈善基金，预算100元');
  for (const index of [21, 22, 23, 24]) await grid.resident(index).says('附议1号');
  await secretary.says('1号定为品质提升类');
  await secretary.says('1号怎么表决');
  for (const answer of ['7', '7', '5']) await secretary.says(answer);
  expect(secretary.last.text).toContain('民法典第278条第（8）项');
  for (const words of ['1号责任核查', '6', '业主共有']) await secretary.says(words);
  await secretary.says('发布1号方案：东间租给理发店，收益捐入慈善基金，预算100元');
  await at('2026-01-23T09:00:00');
  await leader.says('1号发起表决，5天后截止');
  expect(await secretary.says('空间1归业主共有（1号表决）')).toContain('不是已经通过');
  for (let index = 0; index < 100; index += 1) await grid.resident(index).says('1号同意');
  await at('2026-01-29T09:00:00', 'close-due-polls');
  expect(await posted('【结果公告】')).toContain('**通过**');
  // Until the time to object is over the decision does not stand.
  expect(await secretary.says('空间1归业主共有（1号表决）')).toContain('不是已经通过');
  await at('2026-02-10T09:00:00', 'conclude-reviews');
  expect(await secretary.says('空间1归业主共有（1号表决）')).toContain('可以出租');
  expect(await secretary.says(said)).toContain('公益协议1已登记');
  expect((await grid.postsTo(operator.userid)).at(-1)).toContain('您是联系人');

  // March: declared in private, due, paid, reconciled.
  await at('2026-04-02T09:00:00');
  expect(await operator.says('公益协议1申报3月收入12000元')).toContain('在私聊里');
  expect(await operator.says('公益协议1申报3月收入12000元', privately)).toContain('应交960元');
  expect(await cashier.says('公益协议1的3月分成到账960元')).toContain('已交齐');
  expect(await secretary.says('公益市场')).toContain('应交960元，已收0元，待对账960元');
  expect(await cashier.says('慈善基金对账无误，共960元')).toContain('由会计来办');
  expect(await bookkeeper.says('慈善基金对账')).toContain('共960元');
  expect(await bookkeeper.says('慈善基金对账无误，共960元')).toContain('慈善基金结余960元');
  await at('2026-04-20T09:20:00', 'publish-market');
  expect(await posted('公益市场公示')).toBe('');
  await at('2026-04-21T09:20:00', 'publish-market', 'publish-market');
  expect((await grid.posts()).filter(text => text.includes('公益市场公示'))).toHaveLength(1);
  const march = await posted('公益市场公示');
  expect(march).toContain('2026年3月：应交960元，已收960元，已收清');

  // April earns little, so the guarantee counts; May is declared and not paid.
  await at('2026-05-04T09:00:00');
  expect(await operator.says('公益协议1申报4月收入1500元', privately)).toContain('应交200元');
  await cashier.says('公益协议1的4月分成到账200元');
  await bookkeeper.says('慈善基金对账无误，共200元');
  await at('2026-06-03T09:00:00');
  expect(await operator.says('公益协议1申报5月收入10000.07元', privately)).toContain('应交800.01元');
  await at('2026-06-21T09:20:00', 'list-late-shares', 'publish-market');
  expect((await grid.postsTo(bookkeeper.userid)).at(-1)).toContain('2026年5月：还差800.01元');
  expect((await grid.postsTo(secretary.userid)).some(text => text.includes('公益市场逾期的分成'))).toBe(true);
  expect((await grid.postsTo(operator.userid)).at(-1)).toContain('还有800.01元分成没有交');
  expect(await posted('公益市场公示')).toContain('2026年5月：应交800.01元，已收0元，**逾期**');
  await cashier.says('公益协议1的5月分成到账800.01元');
  expect(await bookkeeper.says('慈善基金对账无误，共800.01元')).toContain('慈善基金结余1,960.01元');

  // No figure of the operator's and no rate ever reached the group or the board.
  const told = (await grid.posts()).filter(text => text.includes('公益市场')).join('\n');
  expect(told).not.toMatch(/12,?000|1,500元|10,000|8%|保底/u);

  // A culture wall of the class `quality` is carried by the fund.
  await grid.resident(40).says('提案：东墙画一面文化墙，预算1500元');
  for (const index of [41, 42, 43, 44]) await grid.resident(index).says('附议2号');
  await secretary.says('2号定为品质提升类');
  for (const words of ['2号责任核查', '6', '没有别人该出钱']) await secretary.says(words);
  await secretary.says('2号资金来源：慈善基金1500元（基金2026年第1号决定）');
  await secretary.says('发布2号方案：东墙画一面文化墙，预算1500元');
  await at('2026-07-01T09:00:00');
  await leader.says('2号发起表决，3天后截止');
  for (let index = 0; index < 80; index += 1) await grid.resident(index).says('2号同意');
  await at('2026-07-05T09:00:00', 'close-due-polls');
  await at('2026-07-15T09:00:00', 'conclude-reviews');
  expect(await cashier.says('2号慈善基金到账1500元')).toContain('慈善基金拨付2号');
  expect(await cashier.says('慈善基金拨付2号1500.01元')).toContain('只差1,500元');
  expect(await cashier.says('慈善基金拨付2号1500元')).toContain('社区慈善基金还有460.01元');
  expect(await reconciles(grid, 2)).toContain('实收1,500元');
  expect((await theProject(grid, 2)).state).toBe('funded');
  await secretary.says('2号项目进度：墙面已刷底，完成30%');
  expect(await spends(grid, 2, '1200元', '颜料和人工')).toContain('1,200元');
  expect(await fundsAre(grid, 2)).toContain('结余300元');
  expect(await grid.resident(50).says('慈善基金收支')).toContain('拨给项目1,500元，慈善基金结余460.01元');

  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
  expect(lines.join('\n')).toContain('market: 1 agreements, 196001 fen of shares are what the fund got');
});
