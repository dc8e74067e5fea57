import { topic } from '../topic.js';

/** What waits for somebody now. */
export default topic({
  title: '我现在要做什么',
  said: `
    我现在要干啥 我该干什么 有什么要我办的 有人等我确认吗 还有啥事要办 有什么等我的 我还有事没办吗 今天要做什么 有没有我要处理的
    我要投什么票 还有吗要我办的
    轮到我干啥了 有啥活要我办的没 我还差什么没弄 等着我的有哪几件 是不是有事等我点头 有没有找我的 今天有我什么事 我还有没投的票吗 该我做什么了 有什么需要我签字的 看看我的待办 我这边还有啥没完 还有哪些没处理
  `,
  answer: async () => ({ intent: 'todo.show', slots: {} }),
});
