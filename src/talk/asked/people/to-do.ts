import { topic } from '../topic.js';

/** What waits for somebody now. */
export default topic({
  title: '我现在要做什么',
  said: `
    我现在要干啥 我该干什么 有什么要我办的 有人等我确认吗 还有啥事要办 有什么等我的 我还有事没办吗 今天要做什么 有没有我要处理的
    我要投什么票 还有吗要我办的
  `,
  answer: async () => ({ intent: 'todo.show', slots: {} }),
});
