import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { disclose } from '../../src/operations/notice/disclose.js';
import { confirmEmergency } from '../../src/operations/works/emergency.js';
import { confirmedBy } from '../../src/publish/works/emergency-words.js';
import { fill } from '../../src/publish/templates.js';

export default defineIntent({
  group: '进度与验收',
  phrases: [],
  pattern: /^(?:(?<no>[\d０-９]{1,7})号(?:项目)?(?:应急|紧急)?(?:抢修|维修)?(?:现场|到场)?确认(?:应急)?)[。！]?$/u,
  slots: { no: projectNo },
  permission: 'emergency.confirm',
  help: '到场看过应急情况的住户、楼长等确认，例如“12号应急确认”',
  async handle({ unit, member, slots: { no }, now, messageId, boardUrl }) {
    const project = await confirmEmergency(unit, { member, no, now, messageId });
    const { emergency } = project;
    if (!emergency?.startedAt)
      return `谢谢，${no}号您的到场确认已记下。还要${emergency?.householdById === null ? '一位住户' : '楼长、物业或监管小组一人'}确认，就可以动工。`;
    const text = fill('应急动工', {
      编号: no,
      项目名: plain(project.title, 60),
      限额: yuan(emergency.capFen),
      ...(await confirmedBy(unit, emergency)),
    });
    const about = { project, kind: 'plan', occasion: 'emergency started', boardUrl: boardUrl(no) } as const;
    await disclose(unit, { ...about, text, by: member.userid, now, messageId });
    return `${no}号到场确认齐了，可以动工，最多花${yuan(emergency.capFen)}。付款照样要申请、核对、批准；每天发送“${no}号进度：……”。`;
  },
});
