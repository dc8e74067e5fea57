import { topic } from '../topic.js';

/** What is in the charity fund. */
export default topic({
  title: '慈善基金有多少钱',
  said: `
    社区基金里有多少钱 慈善基金还剩多少 基金账上有多少 社区慈善基金有多少钱 基金现在有几多 基金里有钱吗
  `,
  answer: async () => ({ intent: 'market.show', slots: {} }),
});
