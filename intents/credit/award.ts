import { defineIntent, oneOf, optional, place, wholeNumber, words } from '../../src/talk/intent.js';
import { reversePoints } from '../../src/operations/credit/reverse-points.js';
import { grantPoints } from '../../src/operations/credit/grant-points.js';

/** Points that were awarded wrongly are taken back by their own deed. */
const wrongEntry = wholeNumber('请问撤销几号积分？', 1, 999_999_999);

export default defineIntent({
  pattern:
    /^奖励积分[:：\s]*(?<place>[^:：]{3,40})[:：]\s*(?<kind>捐物|建议)(?<points>[\d０-９]{1,3})分[:：，,\s]+(?<reason>[^]+)$/u,
  slots: {
    place: place('请问奖励给哪一户？例如“3号楼2单元301”。'),
    kind: {
      ...oneOf('请问是捐物还是建议？', ['捐物', '建议']),
      // 捐了两张旧桌椅 tells which of the two it is.
      fills: text => {
        const isGift = /捐|送(?:了|来)/u.test(text);
        const isIdea = /建议|点子|主意/u.test(text);
        return isGift === isIdea ? undefined : { kind: isGift ? '捐物' : '建议' };
      },
    },
    points: wholeNumber('请问奖励几分？', 0, 999),
    reason: words('请问是什么原因？', 200),
    entry: optional({ ...wrongEntry, field: { ...wrongEntry.field, isOnAsk: true } }),
  },
  permission: 'credit.award',
  help: {
    title: '给捐物（2到5分）或写进方案的建议（5分）记分',
    say: '奖励积分 3号楼2单元301：捐物3分，旧桌椅两张',
    more: '不能给自家',
  },
  async handle({ unit, member, slots, now }) {
    const taken =
      slots.entry === undefined
        ? null
        : await reversePoints(unit, { member, entry: slots.entry, reason: '记错了，重新记' });
    const behaviour = slots.kind === '捐物' ? 'goods' : 'suggestion';
    const deed = { member, place: slots.place, behaviour, points: slots.points, reason: slots.reason, now };
    const points = await grantPoints(unit, { ...deed, behaviour });
    return `${taken ? `第${taken.reversed.id}号积分已撤销，原因已告诉本人。` : ''}已记${points}分，在私聊里告诉了本人。`;
  },
});
