import { dayWords } from '../../../domain/calendar.js';
import { plain } from '../../../domain/plain-text.js';
import { topic } from '../topic.js';

/** What a meeting said. */
export default topic({
  title: '会上说了什么',
  said: `
    昨晚开会说啥了 会上咋说的 开会定了什么 会议纪要在哪看 上次议事会讲了啥 开会啥结果 会上都议了什么 看看会议纪要 商量出结果了吗
    昨天的会商量成啥样了 会开完了有结果没 议事会纪要发一下 会上大伙怎么说的 没去开会想知道说了啥 上回商量的结论是啥 会议记录能看吗 会上有没有人反对 会后有没有文字材料 议事会达成一致没 会上拍板了没 给我讲讲会上内容 纪要出来了没 会上最后怎么定的
  `,
  answer: async asked => {
    const project = await asked.matter();
    const held = project ? await asked.turn.unit.meetings.ofProject(project.id) : [];
    const last = held.find(({ minutes }) => minutes !== null);
    if (!last) return '还没有公布议事会纪要。纪要由召集的人写，公布在群里和公示栏。';
    return `${last.no}号议事会（${dayWords(last.startsAt, asked.turn.now)}）纪要：${plain(last.minutes ?? '', 300)}`;
  },
});
