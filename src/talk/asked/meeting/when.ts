import { momentWords } from '../../../domain/calendar.js';
import { plain } from '../../../domain/plain-text.js';
import { topic } from '../topic.js';

/** When and where the meeting is. */
export default topic({
  title: '什么时候开会',
  said: `
    几点开会 什么时候开会 在哪开会 开会地点在哪 几点来着开会 议事会几号开 哪天开议事会 会在哪儿开 开会议啥 今天有会吗 开会时间是啥时候
  `,
  answer: async asked => {
    const { unit, now } = asked.turn;
    const [meeting] = (await unit.meetings.open()).filter(({ startsAt }) => startsAt > now);
    if (!meeting) return '现在没有召集中的议事会。';
    const place = meeting.place ? `，${plain(meeting.place, 40)}` : '';
    return `${meeting.no}号议事会：${momentWords(meeting.startsAt, now)}${place}，议题：${plain(meeting.agenda, 60)}。`;
  },
});
