import { dayOf, dayTold } from '../../../domain/calendar.js';
import { worksStates } from '../../../domain/lifecycle.js';
import { plain } from '../../../domain/plain-text.js';
import { firstOf, titled } from '../asked.js';
import { topic } from '../topic.js';

/** What was found wrong and is not mended, or not looked at again. */
export default topic({
  title: '还有哪些没整改',
  said: `
    我还有啥没改的 还有哪些没整改 整改还剩几条 还有什么要改的 施工队改了没 还有没复查的吗 整改到什么时候 毛病都改完了没 查出来的问题改了几个 还欠几处没返工
    哪些整改没销 还有要返工的吗 要我改的还有哪些 整改都过了吗
  `,
  needs: /改|返|复查|毛病|问题/u,
  exactly:
    /^(?:我|俺|咱|我们|那|现在|到底)*还?(?:有|剩|欠)(?:下|着)?(?:啥|什么|哪些|哪几[条处个样]|几[条处个样]|多少)*(?:没|要|得|需要)(?:我)?(?:整改|改|返工)(?:好|完)?的?$|^(?:施工(?:队|方)|他们|工程队|整改)(?:都|到底)?(?:整改|改|返工)(?:完|好)?了?(?:没有?|吗|么)$/u,
  answer: async asked => {
    const { unit } = asked.turn;
    const one = await asked.matter(...worksStates);
    const lines: string[] = [];
    for (const project of one ? [one] : await unit.projects.inStates([...worksStates]))
      for (const { no, text, dueOn, state } of await unit.supervision.findings(project.id))
        if (state !== 'closed')
          lines.push(
            `- ${titled(project)}整改${no}“${plain(text, 40)}”：${state === 'mended' ? '报了改好，等监管小组复查' : `${dayTold(dueOn, dayOf(asked.turn.now))}前改好，改好发送“整改${no}完成”`}`,
          );
    const about = one ? titled(one) : '';
    return lines.length > 0 ? ['还没销的整改：', ...firstOf(lines, 10)].join('\n') : `${about}现在没有没改好的整改。`;
  },
});
