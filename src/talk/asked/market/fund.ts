import { topic } from '../topic.js';

/** What is in the charity fund. */
export default topic({
  title: '慈善基金有多少钱',
  said: `
    社区基金里有多少钱 慈善基金还剩多少 基金账上有多少 社区慈善基金有多少钱 基金现在有几多 基金里有钱吗
    慈善基金里头还有多少 那个公益基金账上剩几个钱 基金余额报一下 社区基金今年进了多少 基金一共收了多少出了多少 社区攒的公益钱有多少了 基金的钱还够用不 想看看慈善基金的账 公益基金收支情况 基金花掉多少了 看下基金
  `,
  answer: async () => ({ intent: 'market.show', slots: {} }),
});
