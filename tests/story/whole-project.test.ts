import { expect, test } from 'vitest';
import { verify } from '../../src/process/commands/verify.js';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { offices } from '../support/offices.js';
import { storyWire } from '../support/story-wire.js';

const residents = sampleResidents();
const { secretary, leader, cashier, bookkeeper, community, supervisors } = offices;

test('118 households renew a worn power line for 236 000 yuan, from the first word to the archive', async () => {
  const wire = await storyWire('2026-03-02T09:00:00+08:00');
  const heard = async (userid: string, text: string): Promise<string> => (await wire.says(userid, text)).text;

  // 分析选题: a resident speaks up, five households second it, the secretary sets the class.
  expect(await heard('r021', '提案：更换老化的电力线路，预算23.6万元')).toContain('1号');
  for (const userid of ['r022', 'r023', 'r024']) expect(await heard(userid, '附议1号')).toMatch(/还差\d户/);
  await heard('r025', '附议1号');
  expect(await heard(secretary, '1号定为迫切需求类')).toContain('迫切需求');

  // 确定方案: the plan is published, a leader opens the poll, all 118 agree.
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await heard(secretary, said);
  expect(await heard(secretary, '1号资金来源：居民118000元，奖补118000元（批文桓财2026-12号）')).toContain(
    '合计236,000元',
  );
  expect(await heard(secretary, '1号工期：拆旧4月2日40%，换线4月10日60%')).toContain('工期');
  expect(await heard(secretary, '发布1号方案：更换全院电力线路，预算23.6万元')).toContain('236,000元');
  await wire.until('2026-03-10T09:00:00+08:00');
  const opened = await wire.says(leader, '1号项目发起表决，3天后截止');
  expect(opened.card?.button_list?.map(({ text }) => text)).toEqual(['同意', '反对', '弃权']);
  for (const [index, { userid }] of residents.entries()) {
    const answer =
      index % 2 === 0 ? await wire.presses(userid, opened.card, '同意') : await wire.says(userid, '1号同意');
    expect(answer.card?.main_title?.title ?? answer.text).toContain('同意');
  }
  await wire.until('2026-03-22T09:00:00+08:00');
  expect(wire.posts.some(({ text }) => text.includes('118') && text.includes('通过'))).toBe(true);

  // 推动实施: every household pledges and pays 1 000 yuan, a subsidy covers the rest.
  for (const { userid } of residents) expect(await heard(userid, '1号项目我出1000元')).toContain('1,000元');
  for (const { building, unit, room } of residents) {
    expect(await heard(cashier, `1号收到${building}号楼${unit}单元${room} 1000元`)).toMatch(/凭证/);
  }
  expect(await heard(cashier, '1号奖补资金到账118000元')).toContain('118,000元');
  expect(await heard(bookkeeper, '1号对账无误，共236000元')).toContain('对账完成：119笔');

  await wire.until('2026-04-01T09:00:00+08:00');
  expect(await heard(secretary, '1号项目进度：旧线已拆除，完成30%')).toContain('30%');
  const findings = ['旧线拆除干净，无安全隐患', '线管已固定', '新线绝缘测试合格'];
  for (const [index, finding] of findings.entries()) {
    expect(await heard(supervisors[index] ?? '', `1号巡查：${finding}`)).toMatch(/巡查/);
  }
  // A payment with its voucher: asked for, checked, approved by two, cleared by the team, a day open to a hold, and paid; no more than was earned.
  expect(await heard(leader, '1号申请支出200000.50元：电缆及材料款')).toContain('验收过的节点占0%');
  await heard(leader, '1号节点完成：拆旧');
  await heard(supervisors[1] ?? '', '1号节点验收：拆旧');
  const asks = async (request: number, said: string): Promise<void> => {
    await wire.sends(leader, `发票${request}`);
    expect(await heard(leader, said)).toContain(`支出申请${request}`);
    await heard(bookkeeper, `核对申请${request}`);
    for (const approver of [secretary, community]) await heard(approver, `批准申请${request}`);
    await heard(supervisors[0] ?? '', `申请${request}无异议`);
  };
  await asks(1, '1号申请支出160000.50元：电缆及材料款，付给宏达工程队');
  expect(await heard(cashier, '1号项目支出160000.50元，电缆及材料款')).toContain('24小时');
  await wire.until('2026-04-02T10:00:00+08:00');
  expect(await heard(cashier, '1号项目支出160000.50元请客吃饭，付给我表弟')).toContain('和批准的不一样');
  expect(await heard(cashier, '1号项目支出160000.50元，电缆及材料款')).toContain('160,000.50元');
  await wire.until('2026-04-03T09:00:00+08:00');
  expect(await heard(secretary, '1号项目进度：线路全部换完，完成100%')).toContain('还有节点没完成：换线');
  await heard(leader, '1号节点完成：换线');
  expect(await heard(secretary, '1号项目进度：线路全部换完，完成100%')).toContain('100%');

  // 验收成果: two thirds of the supervision team sign, residents rate, the accounts close to the cent.
  for (const userid of supervisors) await heard(userid, '1号项目验收合格');
  expect(await heard('r030', '给1号打5分')).toMatch(/5/);
  // The rest is paid after the acceptance; the final accounts wait for it.
  await asks(2, '1号申请支出75999.50元：人工费，付给宏达工程队');
  await wire.until('2026-04-04T10:00:00+08:00');
  expect(wire.posts.some(({ text }) => text.includes('决算公示'))).toBe(false);
  expect(await heard(cashier, '1号项目支付人工费75999.50元')).toContain('75,999.50元');
  await wire.until('2026-04-20T10:00:00+08:00');

  expect(await heard('r030', '1号进度')).toContain('已归档');
  expect(await heard('r030', '1号收支')).toMatch(/236,000元/);
  const final = wire.posts.find(({ text }) => text.includes('决算公示'));
  expect(final?.text).toContain('236,000元');
  expect(wire.posts.filter(({ text }) => text.includes('进度公示')).length).toBeGreaterThanOrEqual(2);
  expect(await heard('r030', '我的积分')).toMatch(/\d+/);

  // The record proves itself, and a single changed byte betrays itself by row.
  const lines: string[] = [];
  expect(await verify(wire.store, line => lines.push(line)), lines.join('\n')).toBe(true);
  await wire.store.dataSource.query(`UPDATE ledger_entry SET why = 'x' WHERE id = 57`);
  expect(await verify(wire.store, line => lines.push(line))).toBe(false);
  expect(lines.at(-1)).toContain('ledger_entry#57');
});
