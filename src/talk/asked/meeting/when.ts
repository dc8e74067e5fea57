import { momentWords } from '../../../domain/calendar.js';
import { plain } from '../../../domain/plain-text.js';
import { topic } from '../topic.js';

/** When and where the meeting is. */
export default topic({
  title: '什么时候开会',
  said: `
    几点开会 什么时候开会 在哪开会 开会地点在哪 几点来着开会 议事会几号开 哪天开议事会 会在哪儿开 开会议啥 今天有会吗 开会时间是啥时候
    啥时辰开会 会定在礼拜几 议事会地点定了没 在谁家门口开会 下一次碰头会是哪天 晚上几点集合开会 周末有会没 会改时间了吗 开会要带什么吗 在哪个地方开会啊 下回议事是什么时候 听说要开会是几号 开会通知发一下 会期定了没有 会几点散 啥会啊讲什么的
  `,
  answer: async asked => {
    const { unit, now } = asked.turn;
    const [meeting] = (await unit.meetings.open()).filter(({ startsAt }) => startsAt > now);
    if (!meeting) return '现在没有召集中的议事会。';
    const place = meeting.place ? `，${plain(meeting.place, 40)}` : '';
    return `${meeting.no}号议事会：${momentWords(meeting.startsAt, now)}${place}，议题：${plain(meeting.agenda, 60)}。`;
  },
});
