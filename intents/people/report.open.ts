import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, words } from '../../src/talk/intent.js';
import { contactWords } from '../../src/publish/people/contacts.js';
import { urgentWords } from '../../src/publish/urgent.js';

export default defineIntent({
  group: '提案',
  phrases: ['报修', '我要报修', '我要反映问题', '反映问题', '我要投诉'],
  pattern: /^(?:报修|反映(?:一个|个)?问题)[:：，,\s]+(?<text>[^]{2,300})$/u,
  slots: {
    text: words('请问哪里出了什么事？一句话说清，例如“3号楼2单元楼道灯坏了”。', 300),
    place: optional(words('请问在哪里？', 100)),
  },
  permission: 'record.read',
  binds: 'nobody',
  help: '东西坏了、有危险，告诉我该找谁，例如“报修：3号楼2单元楼道灯坏了”；要大家商量的可以一点变成提案',
  // There is no intake yet: nothing is recorded until the member takes the offer, and whom to call is said first.
  async handle({ unit, member, slots: { text, place }, chat }) {
    const first = urgentWords(text);
    const title = place && !text.includes(place) ? `${place}${text}` : text;
    const whom = await contactWords(unit, ['building_leader', 'grid_worker', 'property_company']);
    const offer =
      member.householdId === null
        ? ''
        : `要大家一起办的，${chat.kind === 'single' ? '回复1' : '点下面的按钮'}提成提案“${plain(title, 40)}”。`;
    const slots = { title };
    return {
      text: [first, '我没有登记，请找：', whom, offer].filter(Boolean).join('\n'),
      ...(offer === ''
        ? {}
        : {
            offers: [{ intent: 'proposal.open', slots }],
            card: {
              about: 'report',
              title: plain(title, 26),
              desc: '还没有登记',
              buttons: [{ text: '提成提案', intent: 'proposal.open', slots }],
            },
          }),
    };
  },
});
