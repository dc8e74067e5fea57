import { handsWords } from '../../../domain/funds/spending.js';
import { spendStates } from '../../../domain/lifecycle.js';
import { topic } from '../topic.js';

/** How money is asked for. */
export default topic({
  title: '支出申请怎么写',
  said: `

    支出怎么申请 申请支出怎么写 支出申请咋说 申请用款怎么写 怎么提支出申请 支出单怎么填 报支出怎么弄
  `,
  needs: /支出|用款/u,
  answer: async asked => {
    const no = (await asked.matter(...spendStates))?.no ?? 12;
    return `带上发票照片私聊发送“${no}号申请支出850元：买灯泡，付给张记五金”；预算分了项的写明列哪一项。${handsWords(asked.turn.now)}。自己申请的自己不能批、不能付。`;
  },
});
