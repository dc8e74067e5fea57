import { placeWords } from '../../src/domain/masking.js';
import { buildingLabel, roomLabel, unitLabel } from '../../src/domain/label.js';
import { buildingsReached } from '../../src/operations/people/building-choices.js';
import { defineIntent, named, optional } from '../../src/talk/intent.js';
import { revokeCode } from '../../src/operations/people/household-codes.js';

export default defineIntent({
  pattern:
    /^(?:@\S+[\s\u2005]*)?(?:作废|收回|停用)(?<building>[0-9A-Za-z甲乙丙丁]{1,6})(?:号楼|栋|幢)(?:(?<unit>[0-9A-Za-z]{1,4})单元)?(?<room>[0-9A-Za-z]{1,8})(?:室|号)?的?(?:绑定卡|绑定码|住户卡)[。！!]?$/u,
  slots: {
    building: named('请问几号楼？', buildingLabel, buildingsReached),
    unit: optional(named('请问几单元？', unitLabel)),
    room: named('请问房号是多少？', roomLabel),
  },
  permission: 'member.confirm',
  takesBack: 'standing',
  help: {
    title: '作废一户的绑定卡',
    when: '绑定卡丢了，作废这一户的码',
    say: '作废2号楼1单元301的绑定卡',
  },
  async handle({ unit, member, slots }) {
    const { building, room } = slots;
    const place = {
      said: `${building}号楼${room}`,
      building,
      room,
      ...(slots.unit !== undefined && { unit: slots.unit }),
    };
    const household = await revokeCode(unit, { member, place });
    return `已作废${placeWords(household)}的绑定卡。已经绑定的不受影响；要新卡请重印这一栋的。`;
  },
});
