import { expect, test } from 'vitest';
import { exportPoll } from '../../src/publish/poll/export-poll.js';
import { verify } from '../../src/process/commands/verify.js';
import { type CountSheet, recount } from '../../src/domain/ballot/count-sheet.js';
import { projectBoard } from '../../src/publish/notice/project-board.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { theProject } from '../support/works.js';

test('118 owners decide on a lift: meeting, notice, objection, answer, 15 days, paper and chat, extension, count, result, review', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T09:00:00+08:00' });
  const [secretary, leader, worker] = [
    grid.role('grid_secretary'),
    grid.role('building_leader'),
    grid.role('grid_worker'),
  ];
  const posted = async (words: string): Promise<string> =>
    (await grid.posts()).findLast(text => text.includes(words)) ?? '';

  // 分析选题, with a meeting.
  await grid.resident(20).says('提案：3号楼加装电梯，预算30万元');
  for (const index of [21, 22, 23, 24]) await grid.resident(index).says('附议1号');
  await secretary.says('1号定为品质提升类');
  await secretary.says('1号议事会：今天下午三点，3号楼前，议题：装不装电梯');
  grid.now = new Date('2026-03-02T14:30:00+08:00');
  for (const index of [40, 41, 42]) await grid.resident(index).says('签到');
  grid.now = new Date('2026-03-02T15:10:00+08:00');
  await secretary.says('1号会议纪要：多数愿意装，请书记出方案');

  // 确定方案: three questions lead to item (7), three quarters, fifteen full days.
  await secretary.says('1号怎么表决');
  for (const answer of ['1', '1', '4']) await secretary.says(answer);
  expect(secretary.last.text).toContain('民法典第278条第（7）项');
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await secretary.says(said);
  await secretary.says('发布1号方案：加装一部电梯，预算30万元');
  expect(await posted('【方案公示】')).toContain('至3月17日（周二）24:00');
  expect(await leader.says('1号发起表决，10天后截止')).toContain('3月18日（周三）00:00');

  await grid.resident(50).says('1号异议：一楼采光会受影响');
  grid.now = new Date('2026-03-18T09:00:00+08:00');
  expect(await leader.says('1号发起表决，10天后截止')).toContain('异议没有答复');
  await secretary.says('答复1号异议1：电梯井改用玻璃，请设计院算过采光');
  expect(await leader.says('1号发起表决，10天后截止')).toContain('业主118人，人数和面积各算一遍');
  expect(leader.last.card?.text).toContain('四分之三以上同意');

  // Ballots in chat, pressed and typed; on paper, by two people.
  const { card } = leader.last;
  await grid.resident(0).presses(card, '同意');
  for (let index = 1; index < 60; index += 1) await grid.resident(index).says('1号同意');
  for (let index = 60; index < 70; index += 1) await grid.resident(index).says('1号反对');
  for (const [index, room] of ['101', '102', '201'].entries()) {
    await leader.sends(`sheet ${room}`);
    await leader.says(`1号纸票：4号楼1单元${room} 同意`, { chat: 'single' });
    await worker.says(`核对纸票${index + 1}一致`, { chat: 'single' });
  }
  // One of them says that it is not what they meant, and votes in chat.
  expect(await grid.resident(92).says('1号纸票有误')).toContain('已停用');
  await grid.resident(92).says('1号弃权');

  // Ten days are not enough: 73 of 118 heads, 79 are needed.
  grid.now = new Date('2026-03-27T09:00:00+08:00');
  expect(await secretary.says('还差多少')).toMatch(/要够数还差6人/u);
  expect(await secretary.says('1号表决延期')).toContain('4月7日（周二）23:59');
  for (let index = 70; index < 82; index += 1) await grid.resident(index).says('1号同意');
  await grid.until('2026-04-08T08:00:00+08:00');

  const result = await posted('【结果公告】');
  expect(result).toContain('参与：85/118人（72.03%）');
  expect(result).toContain('达到三分之二');
  // 59 + 1 + 12 + 2 on paper = 74 of 85.
  expect(result).toMatch(/同意：74\/85人（87\.05%），面积[^，]+，达到四分之三，结论/u);
  expect(result).toContain('纸票2｜电子83｜委托0｜无效0');
  expect(result).toContain('**通过**');
  // The version of the rules stands in the record, not in what neighbours read.
  expect(result).not.toContain('huantai-default');
  expect((await grid.inUnit(unit => unit.polls.byNo(1)))?.ruleVersion).toBe('huantai-default-1/owners-1');
  expect(result).toContain('复核至4月14日（周二）24:00');

  // A stranger recounts the sheet, and a voter finds the own ballot in it by the code that nobody else knows.
  const sheet = (await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5))) as CountSheet;
  const { holds, steps } = recount(sheet);
  expect(holds, steps.join('\n')).toBe(true);
  const own = await grid.resident(65).says('我的票', { chat: 'single' });
  const code = /回执码([2-9A-Z-]{9})/u.exec(own)?.[1];
  expect(sheet.ballots.find(({ voter }) => voter === code)?.choice).toBe('disagree');

  // Review, and it takes effect.
  expect(await grid.resident(40).says('1号我出200元')).toContain('结果公示中');
  await grid.until('2026-04-15T08:00:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('pledging');
  expect(await posted('【决定生效】')).toContain('1号');

  const board = await grid.inUnit(unit => projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now }));
  for (const words of ['一楼采光会受影响', '电梯井改用玻璃', '延期一次', '纸票2', '结果复核至'])
    expect(board).toContain(words);
  expect(board).not.toContain(grid.resident(50).name);
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
  expect(lines.join('\n')).toContain('1 results are what their ballots give');
});
