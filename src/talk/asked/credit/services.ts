import { plain } from '../../../domain/plain-text.js';
import { topic } from '../topic.js';

/** What volunteers are wanted for. */
export default topic({
  title: '有志愿活动吗',
  said: `
    有啥志愿活动没 有志愿服务活动吗 有什么志愿活动可以参加 最近有哪些志愿活动 我想当志愿者有活动吗 志愿活动在哪报名 有没有义务劳动
    最近有没有啥公益活动能参加 周末有没有扫雪的活动 我退休了闲着能帮点啥忙 想报名当志愿者 哪里能干志愿服务 志愿者还要人不 有没有照顾老人的志愿活动 大扫除什么时候搞 志愿活动怎么报名 能带孩子参加志愿活动吗 现在有啥能出力的活 有什么活动我能搭把手 义工招人吗
  `,
  answer: async ({ turn: { unit, now } }) => {
    const open = await unit.service.openSessions(now);
    if (open.length === 0) return '现在没有志愿活动。要组织一次，楼长、书记发送例如“志愿活动：周六清扫楼道”。';
    const lines = open.slice(0, 10).map(({ no, title }) => `- 志愿活动${no}：${plain(title, 60)}`);
    return ['现在的志愿活动：', ...lines, '自愿参加，到现场向组织的人要签到码，私聊发给我。'].join('\n');
  },
});
