import { dayWords } from '../../../domain/calendar.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** From which day a notice counts, and until when. */
export default topic({
  title: '从哪天算公示、到哪天',
  said: `
    从哪天算公示 公示从哪天开始算 公示到哪天 公示哪天满 这个公示哪天到期 什么时候公示期满 公示期哪天结束 公示几号算起 意见提到哪天 异议提到哪天为止 提意见到几号
  `,
  needs: /公示|提到|提意见到/u,
  answer: async asked => {
    const project = await asked.matter('plan_published', 'result_published', 'settlement_published');
    if (!project) return null;
    return `${titled(project)}的公示从${dayWords(project.stateSince, asked.turn.now)}贴出来算，当天不算在天数里。${await asked.next(project)}`;
  },
});
