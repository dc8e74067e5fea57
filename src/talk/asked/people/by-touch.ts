import { topic } from '../topic.js';

/** Touched rather than typed. */
export default topic({
  title: '能点一点就办吗',
  said: `
    给俺弄个点一点就中的 点一点就能办的有没有 有没有网页能点 打字太慢能点吗 有链接能填吗 不想打字有没有页面 有按钮点吗 能不能点一下就行
  `,
  answer: async () => ({ intent: 'desk.open', slots: {} }),
});
