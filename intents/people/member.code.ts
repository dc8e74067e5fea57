import { placeWords } from '../../src/domain/masking.js';
import { isOwnHome } from '../../src/domain/people/bond.js';
import { Refusal } from '../../src/domain/refusal.js';
import { Confirm, defineIntent, words } from '../../src/talk/intent.js';
import { bindByCode, householdOfCode } from '../../src/operations/people/household-codes.js';

export default defineIntent({
  pattern: /^(?:@\S+[\s\u2005]*)?(?:绑定码|住户码|绑定卡)[:：\s]*(?<code>[0-9A-Za-z][0-9A-Za-z\s-]{9,20})[。！!]?$/u,
  slots: { code: words('请问绑定卡上的码是什么？发送“绑定码”和卡上的12位字母和数字。', 30) },
  permission: 'member.bind',
  help: {
    title: '用绑定卡绑定',
    when: '收到绑定卡的，在私聊里照卡发一句',
    say: '绑定码 7Q2K-9XWM-3FTH',
  },
  async handle({ unit, member, slots, now, chat, confirmed }) {
    if (chat.kind === 'group')
      return '绑定码只在私聊里用，没有绑定。请点我的头像，在私聊里发送；群里发过的码请楼长作废重印。';
    const household = await householdOfCode(unit, { member, code: slots.code, now });
    if (!household)
      return '这个绑定码不对或已经作废，没有绑定。请照卡上再发一次；一小时内最多错五次，也可以请楼长确认。';
    if (isOwnHome(member, household.id)) throw new Refusal('member.alreadyBound', { place: placeWords(household) });
    if (!confirmed) throw new Confirm(`您是${placeWords(household)}的住户吗？是的话回复“是”，就绑定。`);
    await bindByCode(unit, { member, household });
    return `绑定成功：${placeWords(household)}。您家其他人和楼长会收到告知，一天内可以提出不对。发送“帮助”看看能办什么。`;
  },
});
