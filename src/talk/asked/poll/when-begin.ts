import { momentWords } from '../../../domain/calendar.js';
import { plain } from '../../../domain/plain-text.js';
import { states } from '../../../domain/lifecycle.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** From when a vote may begin. */
export default topic({
  title: '什么时候能表决',
  said: `
    什么时候可以发起表决 啥时候能投票 什么时候开始投 几号能表决 这下能表决了吧 现在能发起表决吗 能投了吗 还要等几天才能投
    哪天能发起投票 多久以后可以表决 最早什么时候能投 投票啥时候开始 可以开始投了吗
    表决从哪天开始 几时轮到投票 投票通道开了没 公示完就能投了吗 咋还没开始投票 能投票了叫我 方案什么时候上会表决 现在为啥还不能投 到哪天才让投 票啥时候发 投票卡片怎么还没来 啥时候让我们投 发起表决要等什么 公示期什么时候满
  `,
  answer: async asked => {
    const poll = await asked.poll();
    if (poll)
      return `${poll.no}号「${plain(poll.question, 20)}」正在表决，${momentWords(poll.closesAt, asked.turn.now)}截止。`;
    const project = await asked.matter('plan_published', 'topic_selected', 'topic_proposed', 'issue_reported');
    return project
      ? `${titled(project)}现在：${states[project.state].said}。${await asked.next(project)}`
      : '方案公示满七天（业主表决十五天）、异议都答复了，就能发起表决。';
  },
});
