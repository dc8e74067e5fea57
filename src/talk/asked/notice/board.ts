import { topic } from '../topic.js';

/** Where the board is. */
export default topic({
  title: '公示栏在哪看',
  said: `
    公示栏在哪看 公示板在哪 公告栏怎么看 公示在哪里能看到 在哪看公示 公示栏上哪找 网上能看公示吗 公示栏咋看 公示的链接发一下
    从哪能看到公示内容 那个公示网页打不开发我一个 公示贴在哪儿了 网址给一个 有没有网站能看账 公示的东西去哪翻 以前的公示还能查不 想看看贴出来的东西 公开栏在哪 往期公示哪里看 能不能给个链接看公示 贴墙上的在网上有没有 公示栏打不开
  `,
  answer: async ({ parts, turn: { unit } }) => `公示栏谁都能看：[点这里打开](${parts.boardUrl(unit.grid.code)})。`,
});
