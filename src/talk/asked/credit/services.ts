import { plain } from '../../../domain/plain-text.js';
import { topic } from '../topic.js';

/** What volunteers are wanted for. */
export default topic({
  title: '有志愿活动吗',
  said: `
    有啥志愿活动没 有志愿服务活动吗 有什么志愿活动可以参加 最近有哪些志愿活动 我想当志愿者有活动吗 志愿活动在哪报名 有没有义务劳动
  `,
  answer: async ({ turn: { unit, now } }) => {
    const open = await unit.service.openSessions(now);
    if (open.length === 0) return '现在没有志愿活动。要组织一次，楼长、书记发送例如“志愿活动：周六清扫楼道”。';
    const lines = open.slice(0, 10).map(({ no, title }) => `- 志愿活动${no}：${plain(title, 60)}`);
    return ['现在的志愿活动：', ...lines, '自愿参加，到现场向组织的人要签到码，私聊发给我。'].join('\n');
  },
});
