import { topic } from '../topic.js';

/** What the bot is. */
export default topic({
  title: '你是谁',
  said: `
    你是谁 你是机器人吗 你是真人吗 你能干啥 你是干什么的 这是干嘛用的 众议众筹是啥 众议众筹什么意思 你会啥 这是骗人的吧 是不是骗子
    谁让你来的
  `,
  answer: async () => ({ intent: 'help', slots: {} }),
});
