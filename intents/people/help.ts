import { may } from '../../src/domain/permissions.js';
import { type IntentDefinition, defineIntent } from '../../src/talk/intent.js';

const groups: readonly IntentDefinition['group'][] = ['提案', '表决', '认捐', '资金', '进度与验收', '积分', '我'];

export default defineIntent({
  group: '我',
  phrases: ['帮助', '菜单', '使用说明'],
  slots: {},
  permission: 'record.read',
  help: '看能办什么，发送“帮助”',
  // Only what this member may do, under its headings, each with an example.
  async handle({ member, intents, boardUrl }) {
    const open = [...intents.values()].filter(({ help, permission }) => help !== '' && may(member, permission));
    const sections = groups.flatMap(group => {
      const lines = open.filter(intent => intent.group === group).map(({ help }) => `- ${help}`);
      return lines.length === 0 ? [] : [`**${group}**`, ...lines];
    });
    const first =
      member.householdId === null
        ? ['您还没有绑定住户，先发送例如：我是5号楼2单元301的周桂兰。绑定前可以看、可以问。']
        : [];
    return [...first, '我能帮您办这些事，照着例子说就行：', ...sections, `更多见[公示栏](${boardUrl()})。`].join('\n');
  },
});
