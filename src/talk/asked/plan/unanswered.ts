import { lastDayWords } from '../../../domain/calendar.js';
import { plain } from '../../../domain/plain-text.js';
import { firstOf, titled } from '../asked.js';
import { topic } from '../topic.js';

/** Objections and ideas that nobody has answered. */
export default topic({
  title: '还有没答复的意见吗',
  said: `
    还有别的意见没回的吗 还有没答复的异议吗 异议都答复了没 还有几条意见没回 哪些异议还没答复 建议都回了吗 还有谁提的没答复 异议还剩几条 意见回完了没 还有没处理的异议吗 建议还有没回的吗
  `,
  needs: /(?:意见|异议|建议|提的).*(?:回|答复|处理|剩)|(?:没答复|没回|没处理|剩).*(?:意见|异议|建议)/u,
  answer: async asked => {
    const { unit, now } = asked.turn;
    const one = await asked.matter();
    const lines: string[] = [];
    for (const project of one ? [one] : await unit.projects.inStates(['plan_published', 'result_published'])) {
      for (const { no, text, answeredAt, dueAt } of await unit.objections.ofProject(project.id))
        if (!answeredAt)
          lines.push(`- ${titled(project)}异议${no}“${plain(text, 40)}”，${lastDayWords(dueAt, now)}前答复`);
      for (const { no, text, taken } of await unit.projects.ideas.ofProject(project.id))
        if (taken === null) lines.push(`- ${titled(project)}建议${no}“${plain(text, 40)}”，还没答复采纳不采纳`);
    }
    const about = one ? titled(one) : '';
    return lines.length > 0 ? ['还没答复的：', ...firstOf(lines, 10)].join('\n') : `${about}没有没答复的异议和建议。`;
  },
});
