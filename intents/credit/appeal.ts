import { dayWords } from '../../src/domain/calendar.js';
import { defineIntent, words } from '../../src/talk/intent.js';
import { appealPoints } from '../../src/operations/credit/appeal-points.js';

export default defineIntent({
  pattern: /^(?:信用)?积分(?:公示)?(?:申诉|异议)[:：，,\s]+(?<text>[^]+)$/u,
  slots: { text: words('请问哪里不对？例如“积分申诉：3月7日扫楼道没有记”。', 500) },
  permission: 'credit.own',
  binds: 'household',
  help: {
    title: '积分申诉',
    when: '积分有不对的',
    say: '积分申诉：3月7日扫楼道没有记',
    more: '书记按时答复，只答复您本人',
  },
  async handle({ unit, member, slots, now }) {
    const appeal = await appealPoints(unit, { member, text: slots.text });
    return `积分申诉${appeal.no}记下了，书记会在${dayWords(new Date(appeal.dueAt.getTime() - 1), now)}前答复您，答复在私聊里。申诉不影响积分。`;
  },
});
