import { topic } from '../topic.js';

/** Where the vouchers are seen. */
export default topic({
  title: '发票给我看看',
  said: `
    发票给我看看 有没有发票 票据在哪看 收据能看吗 看看凭证 花钱的票呢 发票在我这 我想看看发票 有收据吗 单据公开吗 花的钱有票吗
    怎么查凭证 钱花哪了给我看看 买的什么花了多少 账目明细在哪
    买材料的票据哪能查 花的钱有单子没 想查一下买灯那张发票 让我看看小票 付给施工队的钱有凭据吗 账单拿出来看看 钱都买了啥得有票吧 开的什么票晒一晒 有没有购物清单 凭证照片哪里有 单子能不能贴出来 那笔支出有没有收据 发票是真是假能查不 花的每笔钱都有凭证吗
    一笔笔花哪了想看明细 采购的单据公开不公开
  `,
  answer: async asked => {
    const project = await asked.matter();
    return `每笔支出的凭证号、用途和遮住个人信息的票据照片都在公示栏：[点这里打开](${asked.parts.boardUrl(asked.turn.unit.grid.code, project?.no)})。手里有发票要报的，在私聊里拍给我。`;
  },
});
