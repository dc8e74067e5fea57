import { dayOf, dayTold } from '../../src/domain/calendar.js';
import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, type Field, money, optional, projectNo, words } from '../../src/talk/intent.js';
import { payeeIn } from '../../src/domain/funds/spending.js';
import { askSpending } from '../../src/operations/funds/request-spending.js';

const aLine = words('直接回复那一项的名称，别的我都记着。', 20);

const linesOf: Field['offered'] = async (unit, { no }) => {
  const lines = typeof no === 'number' ? (await unit.projects.byNo(no))?.budgetLines : null;
  return lines ? { choices: lines.map(({ name }) => [name, name]), isSeveral: false } : null;
};

export default defineIntent({
  pattern:
    /^(?:(?<no>[\d０-９]{1,7})号)?(?:项目)?(?:我)?申请(?:支出|付款|报销)[:：，,\s]*(?<amount>[^，,：:；;\s]{1,20}?(?:元|块钱?)|[\d.]{1,12}万?)(?:[:：，,；;\s]*(?<purpose>[^]+))?$/u,
  slots: {
    no: optional(projectNo),
    amount: money,
    purpose: words('请问买什么、付给谁？例如“灯泡二十只，付给张记五金”。', 100),
    /** Asked for where the purpose names no line of the budget, or several. */
    line: optional({ ...aLine, field: { ...aLine.field, kind: 'choice', isOnAsk: true, offered: linesOf } }),
  },
  takesPictures: true,
  permission: 'spend.ask',
  help: {
    title: '申请支出',
    say: '12号申请支出860元：灯泡二十只，付给张记五金',
    more: '发票照片先在私聊里发；后面还可以写：留质保金3%，到2027年6月30日；预付款；进度款，拆旧完成；没有发票写白条，证明人张三、李四',
  },
  async caution(unit, { no, purpose }) {
    if (typeof purpose === 'string' && payeeIn(purpose) === null)
      return '请注意：没看出付给谁。请写明“付给谁”；不写的和别的付款合起来算限额。';
    const project = typeof no === 'number' ? await unit.projects.byNo(no) : null;
    if (project?.state !== 'accepted' && project?.state !== 'settlement_published') return null;
    return '请注意：这件事已经验收。再申请一笔，要等它付清或者退回，才能公布决算、归档。';
  },
  async handle({ unit, member, slots, now, pictures }) {
    const asking = {
      member,
      no: slots.no,
      amountFen: slots.amount,
      purpose: slots.purpose,
      line: slots.line,
      pictures,
    };
    const { project, request, photos } = await askSpending(unit, { ...asking });
    const voucher = request.photo
      ? photos > 1
        ? `${photos}张凭据照片已附。`
        : '凭据照片已附。'
      : '还没有凭据照片，补上以前公示里标红：请在私聊里发照片，再发“补凭据' + String(request.no) + '”。';
    const kept =
      request.retainedFen === null
        ? ''
        : `其中${yuan(request.retainedFen)}作质保金留到${request.warrantyOn ? dayTold(request.warrantyOn, dayOf(now)) : ''}，这次实付${yuan(request.amountFen - request.retainedFen)}。`;
    return `支出申请${request.no}已提交：${project.no}号${yuan(request.amountFen)}，${plain(request.purpose, 60)}。${kept}${voucher}下一步：会计发送“核对申请${request.no}”。`;
  },
});
