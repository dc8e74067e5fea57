import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { hoursWords } from '../../src/domain/credit/service.js';
import { defineIntent, place, wholeNumber, words } from '../../src/talk/intent.js';
import { readServiceSpan } from '../../src/language/values/time/service-span.js';
import { enterShift } from '../../src/operations/credit/serve.js';

export default defineIntent({
  pattern:
    /^补记志愿(?:活动)?(?<no>[\d０-９]{1,5})(?:号)?[:：]\s*(?<place>[^，,:：\s][^，,:：]{1,38}[^，,:：\s])[，,\s]+(?<span>(?:[\d０-９]{1,2}月|[今昨前]天)[^]{3,40})$/u,
  slots: {
    no: wholeNumber('请问是几号志愿活动？', 1, 99_999),
    place: place('请问是哪一户？例如“3号楼2单元301”。'),
    span: words('请问是什么时候？例如“3月7日9:00到11:30”。', 60),
  },
  permission: 'service.open',
  help: {
    title: '补记志愿时长',
    when: '没带手机的由组织的人补记，七天以内',
    say: '补记志愿1：3号楼2单元301，3月7日9:00到11:30',
    more: '要另外的人确认',
  },
  async handle({ unit, member, slots: { no, place: at, span: said }, now }) {
    const span = readServiceSpan(said, now);
    if (!span) throw new Refusal('service.unclear', {});
    const { session, shift } = await enterShift(unit, { member, no, place: at, span });
    return `已补记“${plain(session.title, 60)}”${hoursWords(shift.halfHours)}。请另一位在场的人发送“确认志愿${no}”。`;
  },
});
