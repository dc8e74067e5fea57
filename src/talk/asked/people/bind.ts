import { topic } from '../topic.js';

/** How a home is bound, and what after a mistake. */
export default topic({
  title: '怎么绑定',
  said: `
    怎么绑定 绑定怎么弄 怎么加入 绑错了怎么办 要是弄错了咋办 我换房了怎么改 搬家了怎么改 绑定要多久 绑定有啥用 为什么要绑定 不绑定能用吗
    确认错了怎么办
  `,
  answer:
    '发送“我是5号楼2单元301的周桂兰”，楼长点头就绑好；扫绑定卡的不用等。绑错了、搬走了发送“解绑”，或者找楼长、书记解除；没绑定的能看公示、能报事。',
});
