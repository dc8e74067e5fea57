import { may, type Permission } from '../../src/domain/permissions.js';
import { type AnyIntent, type IntentDefinition, defineIntent, oneOf, optional } from '../../src/talk/intent.js';

/** The headings, in the order in which a matter goes through them. */
const groups: readonly IntentDefinition['group'][] = ['提案', '表决', '认捐', '资金', '进度与验收', '积分', '我'];

/** What neighbours do most often comes first under its heading; the rest follows as it is filed. */
const everyday = [
  'proposal.open',
  'proposal.support',
  'objection.raise',
  'poll.vote',
  'poll.status',
  'pledge.money',
  'pledge.cancel',
  'funds.show',
  'funds.own',
  'progress.show',
  'project.rate',
  'credit.balance',
  'member.bind',
];

/** And what each office does most often. */
const official = [
  'proposal.classify',
  'plan.publish',
  'poll.open',
  'pledge.round',
  'funds.receive',
  'spend.check',
  'spend.approve',
  'spend.hold',
  'spend.ask',
  'progress.report',
  'inspection.report',
  'project.accept',
  'member.confirm',
];

/** In a group nobody wants to read a list; there it has so many lines at most. */
const mostInGroup = 8;

export default defineIntent({
  group: '我',
  phrases: ['帮助', '菜单', '使用说明'],
  pattern: /^(?:帮助|怎么用)[:：，,\s]*(?<topic>提案|表决|认捐|资金|进度与验收|积分|我)$/u,
  slots: { topic: optional(oneOf('', groups)) },
  permission: 'record.read',
  binds: 'nobody',
  help: '看能办什么，发送“帮助”；看一类的全部，例如“帮助 提案”',
  // Only what this member may do: a line for each heading, or one heading whole.
  async handle({ member, intents, boardUrl, chat, slots: { topic } }) {
    const open = [...intents].filter(([, { help, permission }]) => help !== '' && may(member, permission));
    const sections = groups.map(group => ({ group, deeds: ordered(open.filter(([, one]) => one.group === group)) }));
    const more = `更多见[公示栏](${boardUrl()})。`;
    if (topic !== undefined) {
      const { deeds = [] } = sections.find(({ group }) => group === topic) ?? {};
      const shown = chat.kind === 'group' ? deeds.slice(0, mostInGroup) : deeds;
      const left = deeds.length - shown.length;
      const rest = left > 0 ? `还有${left}件，私聊我发送“帮助 ${topic}”看全部。` : more;
      return [`**${topic}**`, ...shown.map(help => `- ${help}`), rest].join('\n');
    }
    const first =
      member.householdId === null
        ? ['您还没有绑定住户，先发送例如：我是5号楼2单元301的周桂兰。绑定前可以看、可以问。']
        : [];
    const lines = sections.flatMap(({ group, deeds: [example, ...others] }) =>
      example === undefined
        ? []
        : [`**${group}** ${example}${others.length > 0 ? `（还有${others.length}件，发送“帮助 ${group}”）` : ''}`],
    );
    return [...first, '我能帮您办这些事，照着例子说就行：', ...lines, more].join('\n');
  },
});

/** The lines of help: what only this office does first, then what everybody does most often. */
function ordered(deeds: readonly (readonly [string, AnyIntent])[]): string[] {
  const rank = ([name, { permission }]: (typeof deeds)[number]): number => {
    const list = isForAll(permission) ? everyday : official;
    const place = list.indexOf(name);
    return (list === everyday ? official.length + 1 : 0) + (place < 0 ? list.length : place);
  };
  return deeds.toSorted((a, b) => rank(a) - rank(b)).map(([, { help }]) => help);
}

function isForAll(permission: Permission): boolean {
  return may({ householdId: 1, roles: [] }, permission);
}
