import { topic } from '../topic.js';

/** How a paper is entered. */
export default topic({
  title: '纸票怎么录',
  said: `

    纸票怎么录 纸质票咋登记 收上来的纸票怎么弄 纸票录入怎么说 老人签的票怎么录进去 怎么登纸票 签了字的票怎么交给你 纸票怎么填进系统
  `,
  needs: /票.*(?:录|登|填|交给|弄)|(?:录|登).*票/u,
  answer: async asked => {
    const no = (await asked.poll())?.no ?? 12;
    return `楼长、单元长、网格员、书记私聊发签了名的纸票照片，写“${no}号纸票：3号楼2单元301 同意”；另一个人对着照片核对一致才算数。`;
  },
});
