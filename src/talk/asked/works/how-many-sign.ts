import { acceptanceLeast } from '../../../domain/works/team.js';
import { teamUserids } from '../../../operations/works/team-userids.js';
import { topic } from '../topic.js';

/** How many sign the acceptance. */
export default topic({
  title: '验收要几个人签',
  said: `
    验收合格要几个人签 验收要多少人签字 几个人签才算合格 要全部监管小组签吗 验收谁签字 签几个名 验收要谁同意 两个人签够不够
    还差几个人签 签够了吗 我签了就算验收了吗
    验收签字要凑几个人 三个人签两个行不 小组要几人同意才算过 有一个不签能通过吗 验收要全员签吗 差几个人签字 验收过半就行吗 有人签不合格咋办 验收是谁说了算 监管小组五个人要几个签 签了合格的有几位 一个人能不能验收
  `,
  answer: async asked => {
    const project = await asked.matter('completed_pending_acceptance', 'rectification', 'in_progress', 'accepted');
    const team = project ? (await teamUserids(asked.turn.unit, project)).length : 0;
    const count = team > 0 ? `：${team}人里${acceptanceLeast(team, asked.turn.now)}人` : '';
    return `监管小组三分之二签合格才算通过${count}。有一位签不合格就要整改，改好重新签。签的人发送“${project?.no ?? 12}号验收合格”。`;
  },
});
