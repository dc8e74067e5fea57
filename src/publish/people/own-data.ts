import { iso } from '../../domain/calendar.js';
import { maskName, placeWords } from '../../domain/masking.js';
import { withoutKeys } from '../../domain/people/identity.js';
import type { Member } from '../../store/people/member.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Everything that is kept about one member, as a file that a machine can read (PIPL Art. 45; docs/domain.md 13.6). Of others who
 * own the same flat it holds no more than the masked name.
 */
export async function ownData(unit: Unit, member: Member, now: Date): Promise<string> {
  const { userid, name, boundAt, namedAt, noRemindersAt, noRemindersOf } = member;
  const household = member.householdId === null ? null : await unit.members.household(member.householdId);
  const { roles, others } = await unit.members.view(userid);
  const file = {
    说明: '这是机器人保存的关于您的全部内容。要更正请找楼长或社区；要删除请在私聊里发送“删除我的数据”。',
    保存在: `${unit.grid.community} ${unit.grid.name}`,
    导出时间: iso(now),
    member: { userid, name, boundAt, roles, namedOnHonourRollsSince: namedAt, noRemindersAt, noRemindersOf },
    household: household && {
      place: placeWords(household),
      areaCentiM2: household.areaCentiM2,
      owners: household.owners.map(owner => (owner === name ? owner : maskName(owner))),
      phone: household.phone,
    },
    otherHouseholds: others.map(placeWords),
    ...(await unit.personal.of(member)),
  };
  return withoutKeys(JSON.stringify(file, null, 2));
}
