import { topic } from '../topic.js';

/** Where the board is. */
export default topic({
  title: '公示栏在哪看',
  said: `
    公示栏在哪看 公示板在哪 公告栏怎么看 公示在哪里能看到 在哪看公示 公示栏上哪找 网上能看公示吗 公示栏咋看 公示的链接发一下
  `,
  answer: async ({ parts, turn: { unit } }) => `公示栏谁都能看：[点这里打开](${parts.boardUrl(unit.grid.code)})。`,
});
