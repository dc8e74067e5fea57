import { maskPlace } from '../../src/domain/masking.js';
import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { addressForm } from '../../src/language/values/people/household.js';
import { releasePromise } from '../../src/operations/pledge/release-promise.js';
import { Confirm, defineIntent, place, projectNo, words } from '../../src/talk/intent.js';

export default defineIntent({
  pattern: new RegExp(
    String.raw`^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?放回(?<place>${addressForm})(?:家|这户|这一户)?(?:没交)?的?认捐(?:[:：，,\s]+(?<reason>[^]{2,100}))?[。！]?$`,
    'u',
  ),
  slots: {
    no: projectNo,
    place: place('请问放回哪一户的？例如“3号楼2单元301”。'),
    reason: words('请问为什么放回？会告诉那一户。', 100),
  },
  permission: 'plan.publish',
  onlyInForm: true,
  help: {
    title: '放回一户没交的认捐',
    when: '书记放回一户认了没交的捐',
    say: '12号放回3号楼2单元301的认捐：家里有困难',
    more: '到期、提醒完以后在私聊里办，只公开总数，不公开是谁',
  },
  readBack: ({ no, place: said, reason }) =>
    `放回${String(no)}号里${plain(String(said), 20)}没交的认捐（原因：${plain(String(reason), 60)}）`,
  async handle({ unit, member, slots: { no, place: where, reason }, chat, confirmed }) {
    if (chat.kind !== 'single') throw new Refusal('promise.private', {});
    const { household, amountFen, gapFen, isTold, endsRound } = await releasePromise(unit, {
      member,
      no,
      place: where,
      reason,
    });
    if (endsRound && !confirmed)
      throw new Confirm(
        `还没有人交过钱，放回以后不到最低额：不马上延长认筹的话，今晚各家的认捐都会放回，方案要重新公示。放回${no}号里${maskPlace(household)}的${yuan(amountFen)}吗？`,
      );
    const told = isTold ? '已私下告诉那一户' : '那一户没有人绑定，请楼长上门说一声';
    const left = gapFen > 0 ? `还差${yuan(gapFen)}，发送“${no}号缺口怎么办”看办法。` : '';
    return `已放回${no}号里${maskPlace(household)}没交的${yuan(amountFen)}，${told}；只公开总数。${left}`;
  },
});
