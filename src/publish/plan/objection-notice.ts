import { lastDayWords } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import type { Objection } from '../../store/plan/objection.js';
import type { Project } from '../../store/proposal/project.js';
import { fill } from '../templates.js';

const abouts = { plan: '方案', result: '表决结果' } as const;

/** What is said to whoever would take an objection back. */
export const objectionStays = '异议记了就要公示答复，撤不回来；不再坚持，告诉书记一声，由书记答复时写明。';

/** What the group is told of an objection: the words, never who said them. */
export function objectionNotice({ no, title }: Project, objection: Objection): string {
  return fill('异议', {
    编号: no,
    项目名: plain(title, 40),
    第几条: objection.no,
    对什么: abouts[objection.about],
    内容: plain(objection.text, 300),
    期限: lastDayWords(objection.dueAt),
  });
}

/** The answer, beside the words it answers. */
export function answerNotice({ no, title }: Project, objection: Objection, isVoid: boolean): string {
  return fill('异议答复', {
    编号: no,
    项目名: plain(title, 40),
    第几条: objection.no,
    内容: plain(objection.text, 300),
    成立: objection.upheld ? '**成立**。' : '',
    答复: plain(objection.answer ?? '', 500),
    作废: isVoid ? '这次表决结果不算数，可以重新表决。' : '',
  });
}

/** All objections of a project with their answers. */
export function objectionWords({ no }: Project, objections: readonly Objection[]): string {
  if (objections.length === 0) return `${no}号没有异议。`;
  const lines = objections.map(
    objection =>
      `${objection.no}. ${plain(objection.text, 100)} —— ${
        objection.answeredAt
          ? `${objection.upheld ? '成立。' : ''}${plain(objection.answer ?? '', 200)}`
          : `待答复，${lastDayWords(objection.dueAt)}前`
      }`,
  );
  return [`${no}号的异议：`, ...lines].join('\n');
}
