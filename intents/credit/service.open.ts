import { dayWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, words } from '../../src/talk/intent.js';
import { openService } from '../../src/operations/credit/serve.js';

export default defineIntent({
  pattern: /^(?:发起|组织|登记)?志愿活动[:：]\s*(?<title>[^]{2,60})$/u,
  slots: { title: words('请问是什么活动？例如“志愿活动：周六清扫楼道”。', 60) },
  permission: 'service.open',
  binds: 'public',
  help: {
    title: '组织志愿活动',
    say: '志愿活动：周六清扫楼道',
    more: '签到码只告诉组织的人，到现场再说',
  },
  async handle({ unit, member, slots, now, random }) {
    const session = await openService(unit, { member, title: slots.title, random });
    const title = plain(session.title, 60);
    const lastDay = dayWords(new Date(session.closesAt.getTime() - 1), now);
    // Whoever knows the code can check in from the sofa.
    const alone = `志愿活动${session.no}“${title}”的签到码是 **${session.code}**，用到${lastDay}。到现场告诉大家：来了私聊我发送“签到 ${session.code}”，走时发送“签退 ${session.code}”。做完您和一起参加的一个人各发一次“确认志愿${session.no}”。`;
    const text = `志愿活动${session.no}：${title}。自愿参加，到现场向组织的人要签到码，私聊发给我。签到码已发到组织人的私聊。`;
    return { alone, text };
  },
});
