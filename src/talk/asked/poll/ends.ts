import { endWords, momentWords } from '../../../domain/calendar.js';
import { plain } from '../../../domain/plain-text.js';
import { roundStates } from '../../../domain/lifecycle.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** When a vote or a round ends. */
export default topic({
  title: '哪天截止',
  said: `
    这次表决哪天结束 投票截止到什么时候 啥时候截止 投到几号为止 还能投几天 认捐截止到哪天 投票还剩几天 最后一天是哪天 截止到啥时候
    什么时候结束投票 表决到几点 还有几天截止 最晚什么时候投
    票投到哪天为止 表决还剩多长时间 截止日子是啥时候 认捐还能认几天 最后期限哪天 今天还能投不 到礼拜几结束 什么时候不让投了 几点钟关投票 明天投还来得及吗 表决到啥时候完 是不是今晚就截止了 还有几个钟头结束 认筹什么时候截止 投票时间到几号
  `,
  answer: async asked => {
    const { now } = asked.turn;
    const poll = await asked.poll();
    if (poll)
      return `${poll.no}号「${plain(poll.question, 20)}」${momentWords(poll.closesAt, now)}截止，在那以前都能投、能改。`;
    const project = await asked.matter(...roundStates);
    return project?.pledgeClosesAt ? `${titled(project)}认捐到${endWords(project.pledgeClosesAt, now)}为止。` : null;
  },
});
