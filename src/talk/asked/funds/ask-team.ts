import { topic } from '../topic.js';

/** Whether the team is asked before a payment. */
export default topic({
  title: '付之前要问监管小组吗',
  said: `
    付之前要不要再问监管小组 付款要监管小组同意吗 要监管小组签字才能付吗 监管小组要不要看 不问监管小组能付吗 小组没说话能付吗
    监管小组能拦住付款吗 无异议是谁说
  `,
  answer:
    '不用再问：批准后留24小时给小组看，没有人暂缓就能付。只有一万元以上的，要小组一位发送“申请几无异议”；不对劲的发送“暂缓申请几：原因”。',
});
