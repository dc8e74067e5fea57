import { topic } from '../topic.js';

/** Whether an own repair is paid back. */
export default topic({
  title: '自己修了能报销吗',
  said: `
    要是没人管我自己找人修能报销不 自己修了给报吗 我自己花钱修的能报不 我找人修了钱谁给 自己掏钱修能给钱吗 先自己垫钱修行吗
    我买了个灯泡换上了能报账吗
  `,
  answer:
    '自己先花的不一定能报：要先有项目、预算和申请，批了才付。请先报事“报事：……”；急的告诉楼长或书记，可以走应急抢修。',
});
