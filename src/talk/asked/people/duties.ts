import { type RoleId, roles } from '../../../domain/permissions.js';
import { dutiesOf } from '../../../publish/help-topics.js';
import { topic } from '../topic.js';

/** Everyday names, where they are not those of the office. */
const called: Partial<Record<RoleId, string>> = {
  supervisor: '监管',
  property_company: '物业',
  grid_secretary: '书记',
};
/** Nobody reads more on a phone. */
const most = 9;

/** What an office does. */
export default topic({
  title: '某个职务管什么',
  said: `

    会计管什么 出纳都干啥 楼长要做哪些事 网格员负责什么 单元长是干什么的 刚当上楼长要做什么 新任出纳都管哪些 书记有哪些活 楼长的职责有哪些 我刚接会计有哪些活
  `,
  needs: /(?:会计|出纳|楼长|单元长|网格员|书记|监管|物业).*(?:管|干|做|负责|职责|活)/u,
  answer: async asked => {
    const role = (Object.keys(roles) as RoleId[]).find(id => asked.text.includes(called[id] ?? roles[id]));
    if (!role) return null;
    const lines = dutiesOf(asked.parts.intents, role)
      .slice(0, most)
      .map(({ title, say }) => `- ${title}：“${say}”`);
    return lines.length === 0 ? null : [`**${roles[role]}办这些**`, ...lines, '等您办的，私聊发送“待办”。'].join('\n');
  },
});
