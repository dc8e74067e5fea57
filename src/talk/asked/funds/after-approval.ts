import { momentWords } from '../../../domain/calendar.js';
import { plain } from '../../../domain/plain-text.js';
import { requestStates } from '../../../operations/funds/request-spending.js';
import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** When what was approved is paid. */
export default topic({
  title: '批准以后多久能付',
  said: `
    批准以后多久能付 批了啥时候付钱 能不能今天就付 能付了吗 现在能付了吗 什么时候能付 电线什么时候能付 书记批了马上能付吗 还要等多久付款
    付款要几天 为什么要等24小时 还不给付 今天能到账吗 付款还差谁 这笔到哪一步了
    审批通过了咋还不打钱 书记都签了字钱怎么还没付 付款卡在哪了 一天过去了能付款没 那笔材料款今天能不能付出去 批完还要走几天 申请批了钱几时到施工队手里 二十四小时从什么时候算起 批准以后还得等谁 书记同意了为啥还得等一天 为什么不能批了马上付 批下来的钱哪天能打过去
    还在等监管小组吗 施工方催款了能付不
    为什么还不能付 那笔为什么还不能付 那笔付得了吗 这笔付得了不 这笔为啥付不了 钱怎么还付不出去 那笔付了没 付款差什么手续
  `,
  answer: async asked => {
    const { unit, now } = asked.turn;
    const { holdHours } = rulesAt(now);
    const open = (await unit.spending.open()).slice(0, 3);
    const lines = open.map(({ no, state, approvedAt, purpose }) => {
      const from =
        state === 'approved' && approvedAt
          ? `，${momentWords(new Date(approvedAt.getTime() + holdHours * 3_600_000), now)}起能付`
          : '';
      return `申请${no}（${plain(purpose, 20)}）${requestStates[state]}${from}`;
    });
    return `书记批准满${holdHours}小时（留给监管小组看），没有人暂缓，出纳就能付；一万元以上还要小组说“申请几无异议”。${lines.length > 0 ? `现在：${lines.join('；')}。` : '现在没有等着付的申请。'}`;
  },
});
