import { topic } from '../topic.js';

/** How a request is sent back. */
export default topic({
  title: '申请不对怎么退',
  said: `
    申请1要是发票不对怎么退 申请不对怎么办 怎么退回申请 不同意付怎么弄 价钱太高怎么退回去 申请写错了怎么改 发票不对怎么弄 不批怎么说
  `,
  answer:
    '发送“退回申请3：原因”，会计、书记、经手人都可以；改好了重新申请。监管小组觉得不对，发送“暂缓申请3：原因”。现在没有退任何申请。',
});
