import type { Town } from './town.js';

/** How many residents of a grid take part in points. */
const joining = 20;

/** 亮身份、聘顾问、认领: who leads comes forward, an adviser is appointed, a resident takes on a small matter. */
export async function beginYear(town: Town): Promise<void> {
  for (let index = 0; index < 4; index += 1) {
    const leader = town.holder('building_leader', index);
    await town.says(leader, '我承诺：有事随叫随到', '还没有公开', true);
    if (town.chance(75)) await town.says(leader, '亮身份只写姓', '公开', true);
  }
  const adviser = town.resident(15);
  const home = `${adviser.building}号楼${adviser.unit}单元${adviser.room}`;
  await town.says(town.holder('community_secretary'), `聘任顾问：${home} ${adviser.name}`, '聘任社区治理顾问');
  for (let index = 0; index < joining; index += 1)
    await town.says(town.resident(20 + index).userid, '加入积分', '积分', true);

  const [claimer, other] = [town.resident(50).userid, town.resident(80).userid];
  const task = /任务(\d+)/u.exec(await town.says(claimer, '三单元的路灯我来盯', '任务'))?.[1];
  await town.days(4);
  await town.says(claimer, `任务${task}完成`, '核实');
  if (town.chance(85)) await town.says(other, `任务${task}核实`, '核实办好了');
  await volunteer(town);
}

/** Six residents sweep the stairs for two hours; the organiser and one of them confirm it. */
async function volunteer(town: Town): Promise<void> {
  const leader = town.holder('building_leader');
  const said = await town.says(leader, '志愿活动：周六清扫楼道', '签到', true);
  const code = /\*\*(\d{4})\*\*/u.exec(said)?.[1];
  const crew = [20, 21, 22, 23, 24, 25].map(index => town.resident(index).userid);
  for (const userid of crew) await town.says(userid, `签到 ${code}`, '签到成功', true);
  await town.until(new Date(town.now.getTime() + 2 * 3_600_000));
  for (const userid of crew) await town.says(userid, `签退 ${code}`, '小时', true);
  await town.says(leader, '确认志愿1', '记下');
  await town.says(crew[0] ?? '', '确认志愿1', '已确认');
}

/** Some of those who take part in points fetch something for them. */
export async function endYear(town: Town): Promise<void> {
  for (let index = 0; index < 8; index += 1) {
    if (!town.chance(60)) continue;
    const said = await town.says(town.resident(20 + index).userid, '兑换抽纸', /兑换码|还差/u, true);
    const code = /\*\*(\d{6})\*\*/u.exec(said)?.[1];
    if (code) await town.says(town.holder('grid_worker'), `核销${code}`, '核销', true);
  }
}
