import { buildingWords, type Place } from '../../src/domain/label.js';
import { placeWords } from '../../src/domain/masking.js';
import { Confirm, defineIntent, optional, words } from '../../src/talk/intent.js';
import { boundHomes, unbindMember } from '../../src/operations/people/unbind-member.js';

export default defineIntent({
  phrases: ['解除我的绑定', '解绑我家', '我搬走了，解除绑定'],
  pattern:
    /^(?:@\S+[\s\u2005]*)?(?:解绑|解除绑定|取消绑定)(?:账号)?\s*(?<userid>[\w.@-]{1,64})(?:[:：，,\s]+(?:原因)?(?:是)?[:：\s]*(?<reason>[^]{1,100}))?$/u,
  slots: {
    userid: optional(words('请问解除哪个账号？', 64)),
    reason: optional(words('请问为什么？例如“已搬走，房子卖了”。', 100)),
  },
  permission: 'member.unbind',
  takesBack: 'standing',
  help: {
    title: '解除绑定',
    when: '搬走了',
    say: '解除我的绑定',
    form: '解绑 zhou.guilan：房子卖了',
    more: '楼长或书记解除别人的，例如“解绑 zhou.guilan：房子卖了”',
  },
  readBack: ({ userid }) => (userid === undefined ? '解除自己和这一户的绑定' : `解除账号${String(userid)}的绑定`),
  async handle({ unit, member, slots, confirmed, chat }) {
    const userid = slots.userid ?? member.userid;
    // Which home somebody lives in is said in private.
    const placesOf = (homes: readonly Place[]): string =>
      homes
        .map(home => (chat.kind === 'single' ? placeWords(home) : `${buildingWords(home.building)}这一户`))
        .join('、');
    if (userid === member.userid && !confirmed && member.household)
      throw new Confirm(
        `您绑定的是${placesOf([member.household, ...member.others])}。解除以后您不能再为这一户投票、认捐，要重新绑定得请楼长确认。确定解除吗？`,
      );
    if (userid !== member.userid && !confirmed) {
      // Several homes end by one sentence: they are looked at first.
      const { homes: several } = await boundHomes(unit, { member, userid });
      if (several.length > 1)
        throw new Confirm(
          `他绑定的是${placesOf(several)}，这${several.length}户的绑定都会解除，投的票都收回。确定吗？`,
        );
    }
    const { polls, homes } = await unbindMember(unit, { member, userid, reason: slots.reason });
    const votes =
      polls.length > 0 ? `${polls.map(no => `${no}号`).join('、')}表决里他投的票不再算，这一户可以重新投。` : '';
    return `绑定已解除（${placesOf(homes)}），已私下告诉双方。${votes}`;
  },
});
