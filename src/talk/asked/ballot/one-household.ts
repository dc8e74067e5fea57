import { type Track, trackRules } from '../../../domain/poll/tracks.js';
import { topic } from '../topic.js';

/** One household, one vote, and what if two differ. */
export default topic({
  title: '一家几票',
  said: `
    一家几票 一户一票吗 我家三口人能投三票吗 两口子意见不一样怎么办 我和老公投的不一样算谁的 那我俩各投一票不行吗 那凭什么算她的
    我媳妇投过了我还能投吗 家里人都能投吗 我老公昨天是不是投过了 一家人投了两次怎么算 我爸投了我还用投吗 夫妻俩投不同怎么算
    按人还是按户投 我家有两套房投几票 每人一票还是每家一票 两个人一人一票不行吗
  `,
  answer: async asked => {
    const poll = await asked.poll();
    const rule = '一户一票，家里绑定的哪一位投都算，投得不一样以最后一次为准，改了家里人都收到通知。';
    const owners = poll && trackRules[poll.track as Track].electorate === 'owners';
    return `${owners ? '这是业主表决，要名册上的业主投，一套房算一票，共有人不一致先不计票。' : rule}自家的票，私聊发送“我的票”看。`;
  },
});
