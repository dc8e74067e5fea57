import { readWholeAnswer } from '../../src/language/values/manner/whole-answer.js';
import { defineIntent, optional, projectNo, type SlotKind, wholeNumber } from '../../src/talk/intent.js';
import { rateProject } from '../../src/operations/works/rate-project.js';

const points = [5, 4, 3, 2, 1];
const whole = wholeNumber('请打1到5分，例如“5分”。', 1, 5);
const stars: SlotKind<number> = {
  ...whole,
  field: {
    kind: 'choice',
    choices: points.map(each => [String(each), `${each}分`]),
    read: (text, now) => {
      const found = readWholeAnswer('score', text, now);
      return typeof found === 'object' ? found.value : undefined;
    },
  },
  taps: async () => points.map(each => [each, `${each}分`] as const),
};

export default defineIntent({
  phrases: ['五星好评'],
  slots: { score: stars, no: optional(projectNo) },
  permission: 'project.rate',
  binds: 'household',
  says: 'score',
  help: {
    title: '给验收了的项目打分',
    say: '给12号打5分',
    more: '7天内可以改',
  },
  readBack: ({ no, score }) => `给${no ? `${String(no)}号` : '这个项目'}打${String(score)}分`,
  async handle({ unit, member, slots }) {
    const { project, count, average } = await rateProject(unit, { member, ...slots });
    const all = average === null ? '' : `已有${count}户评价，平均${average.toFixed(1)}分。`;
    return `谢谢，您家给${project.no}号打了${slots.score}分，验收后7天内可以改。${all}`;
  },
});
