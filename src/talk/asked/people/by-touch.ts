import { topic } from '../topic.js';

/** Touched rather than typed. */
export default topic({
  title: '能点一点就办吗',
  said: `
    给俺弄个点一点就中的 点一点就能办的有没有 有没有网页能点 打字太慢能点吗 有链接能填吗 不想打字有没有页面 有按钮点吗 能不能点一下就行
    字打不好有没有按钮 有没有像小程序那样点的 能给个页面我自己点吗 不想说话直接点行不行 手指头粗打不了字 有没有表格填一填就行 给个能点的链接 打字费劲有没有省事的 网页版在哪 有没有菜单 哪里能点着办 拼音不会能点吗
  `,
  answer: async () => ({ intent: 'desk.open', slots: {} }),
});
