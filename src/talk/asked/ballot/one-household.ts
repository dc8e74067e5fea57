import { type Track, trackRules } from '../../../domain/poll/tracks.js';
import { topic } from '../topic.js';

/** One household, one vote, and what if two differ. */
export default topic({
  title: '一家几票',
  said: `
    一家几票 一户一票吗 我家三口人能投三票吗 两口子意见不一样怎么办 我和老公投的不一样算谁的 那我俩各投一票不行吗 那凭什么算她的
    我媳妇投过了我还能投吗 家里人都能投吗 我老公昨天是不是投过了 一家人投了两次怎么算 我爸投了我还用投吗 夫妻俩投不同怎么算
    按人还是按户投 我家有两套房投几票 每人一票还是每家一票 两个人一人一票不行吗
    家里四个大人能各投各的不 我跟俺爹意见不统一算谁的 我投完了俺媳妇又投一遍算哪个 俩人投得打架了听谁的 儿子先投了我再投还有用吗 一个门牌算一票是不是 一套房子里住两家算几票 分家了还算一户吗 家里谁说了算这一票 一家子只能一个人投吗 我老婆背着我投了咋办
    两口子都点了会算两票不 按人头算还是按户头算 户口不在一起的算一户吗 我家五口人就一票太少了 后投的会顶掉先投的吗 我名下两处房子能投两次不
  `,
  answer: async asked => {
    const poll = await asked.poll();
    const rule = '一户一票，家里绑定的哪一位投都算，投得不一样以最后一次为准，改了家里人都收到通知。';
    const owners = poll && trackRules[poll.track as Track].electorate === 'owners';
    return `${owners ? '这是业主表决，要名册上的业主投，几套房算一个人、面积相加，共有人不一致先不计票。' : rule}自家的票，私聊发送“我的票”看。`;
  },
});
