import { topic } from '../topic.js';

/** What is done about a mistake. */
export default topic({
  title: '后来发现账错了怎么办',
  said: `
    要是后来发现错了呢 账记错了怎么办 记错了能改吗 记重了怎么弄 金额录错了咋办 对完账发现错了呢 对账对不上怎么办 少了一笔怎么办
    多记了一笔怎么办 写错数了怎么改
  `,
  answer:
    '不删不改，另出一张凭证抵掉，再记对的：出纳或会计发送“冲销凭证57：原因”。您家的数不对，找出纳核对；决算公示以后不能再冲销。',
});
