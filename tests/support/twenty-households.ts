import { Household } from '../../src/store/people/household.js';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { aNeighbourhood, playedOnce } from './neighbourhood.js';
import { reconciles, spends } from './works.js';

const residents = sampleResidents();
export const phone = '13987654321';

/** Twenty households take a project from the first word to the final accounts, with a no and its reason, and every channel used. */
export const theStory = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const secretary = grid.role('grid_secretary');
  const leader = grid.role('building_leader');
  const cashier = grid.role('cashier');
  await grid.inUnit(async unit => {
    const [home] = await unit.members.households();
    if (home) await unit.rows.keep(Household, Object.assign(home, { phone }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.resident(20).says('提案：3号楼东头装路灯，预算3000元');
  for (const who of [21, 22, 23, 24]) await grid.resident(who).says('附议1号');
  await secretary.says('1号定为迫切需求类');
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await secretary.says(said);
  await secretary.says('1号工期：挖沟4月20日，立杆4月25日');
  await secretary.says('1号认筹：每户最多200元');
  await secretary.says('发布1号方案：装路灯六盏，预算3000元');
  await leader.sends('东门公示栏');
  await leader.says('第1号公示已张贴，东门', { chat: 'single' });
  await grid.resident(30).says('1号异议：报价偏高');
  await secretary.says('答复1号异议1：已请三家报价，取最低的一家');
  await grid.until('2026-03-12T09:00:00+08:00');
  await leader.says('1号发起表决，3天后截止');
  for (let who = 0; who < 118; who += 1) await grid.resident(who).says(who === 60 ? '1号反对，太贵了' : '1号同意');
  await grid.until('2026-03-26T09:00:00+08:00');
  for (let who = 0; who < 20; who += 1) {
    await grid.resident(who).says('1号我出200元');
  }
  for (let who = 0; who < 20; who += 1) {
    const { building = 0, unit = 0, room = '' } = residents[who] ?? {};
    await cashier.says(`1号收到${building}号楼${unit}单元${room} 200元`);
  }
  await reconciles(grid, 1);
  await grid.until('2026-04-07T09:30:00+08:00');
  await secretary.says('1号进度：基础已挖好，完成50%');
  await grid.role('supervisor').says('1号巡查：材料堆放整齐');
  await grid.until('2026-04-07T18:30:00+08:00');
  await spends(grid, 1, '860元', '灯杆');
  await grid.until('2026-04-09T09:30:00+08:00');
  for (const step of ['挖沟', '立杆']) await leader.says(`1号节点完成：${step}`);
  await secretary.says('1号进度：全部装好，完成100%');
  for (const who of [0, 1, 2, 3, 4]) await grid.role('supervisor', who % 3).says('1号验收合格');
  for (let who = 40; who < 46; who += 1) await grid.resident(who).says('给1号打5分');
  await grid.until('2026-04-14T10:00:00+08:00');
  return grid;
});
