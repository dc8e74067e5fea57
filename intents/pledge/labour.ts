import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo, type SlotKind, words } from '../../src/talk/intent.js';
import { offerHelp } from '../../src/operations/pledge/offer-help.js';

/** Hours in tenths at the finest, such as 2.5. */
const hours: SlotKind<number> = {
  field: { kind: 'number' },
  ask: '请问出工几个小时？例如“4小时”。',
  accept: value => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined),
};

export default defineIntent({
  phrases: ['我出力', '算我一个工'],
  slots: { hours: optional(hours), task: optional(words('请问做什么？', 50)), no: optional(projectNo) },
  permission: 'pledge.make',
  binds: 'household',
  says: 'hours',
  help: { title: '出工出力', say: '12号我出工半天，帮着刷墙' },
  readBack: ({ no, hours: many, task }) =>
    `${no ? `给${String(no)}号` : ''}出工${many === undefined ? '' : `${String(many)}小时`}${task === undefined ? '' : `，${plain(String(task), 30)}`}`,
  async handle({ unit, member, slots }) {
    const { task, no } = slots;
    const minutes = slots.hours === undefined ? undefined : Math.round(slots.hours * 60);
    const { project } = await offerHelp(unit, { member, no, kind: 'labour', what: task, minutes });
    const what = [slots.hours === undefined ? '' : `${slots.hours}小时`, task ? plain(task, 30) : '']
      .filter(Boolean)
      .join('，');
    return `谢谢！已记下您家给${project.no}号出工${what ? `：${what}` : ''}。时间请等楼长通知，去不了可以发送“取消认捐”。`;
  },
});
