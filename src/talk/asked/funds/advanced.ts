import { topic } from '../topic.js';

/** Money that somebody advanced. */
export default topic({
  title: '我垫的钱找谁要',
  said: `
    我垫了八千块材料钱找谁要 我垫的钱啥时候给 垫付的钱怎么报 先垫了钱怎么报销 材料钱我先出的找谁报 垫的钱多久能到账 报销怎么弄
    怎么报账 买东西的钱怎么报 工钱找谁要 我的工钱啥时候给 钱不来我可停工了啊 多久能到账 工钱谁出
  `,
  answer: async asked => {
    const leader = await asked.holder('building_leader');
    return `把发票给${leader}或书记，他私聊拍照发送“12号申请支出多少元：买什么，付给谁”。会计核对、书记批准、等24小时，出纳就付；自己不能批自己的，也不能付给自己。`;
  },
});
