import { dayWords } from '../domain/calendar.js';
import { plain } from '../domain/plain-text.js';
import type { Objection } from '../store/entities/objection.js';
import type { Project } from '../store/entities/project.js';

const abouts = { plan: '方案', result: '表决结果' } as const;

/** What the group is told of an objection: the words, never who said them. */
export function objectionNotice({ no, title }: Project, objection: Objection): string {
  return [
    `**【异议】${no}号 ${plain(title, 40)}** 第${objection.no}条，对${abouts[objection.about]}`,
    `内容：${plain(objection.text, 300)}`,
    `${lastDay(objection)}前答复；没有答复前不进入下一步。`,
  ].join('\n');
}

/** The answer, beside the words it answers. */
export function answerNotice({ no, title }: Project, objection: Objection, isVoid: boolean): string {
  return [
    `**【异议答复】${no}号 ${plain(title, 40)}** 第${objection.no}条`,
    `异议：${plain(objection.text, 300)}`,
    `答复：${objection.upheld ? '**成立**。' : ''}${plain(objection.answer ?? '', 500)}`,
    isVoid ? '这次表决结果不算数，可以重新表决。' : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** All objections of a project with their answers. */
export function objectionWords({ no }: Project, objections: readonly Objection[]): string {
  if (objections.length === 0) return `${no}号没有异议。`;
  const lines = objections.map(
    objection =>
      `${objection.no}. ${plain(objection.text, 100)} —— ${
        objection.answeredAt
          ? `${objection.upheld ? '成立。' : ''}${plain(objection.answer ?? '', 200)}`
          : `待答复，${lastDay(objection)}前`
      }`,
  );
  return [`${no}号的异议：`, ...lines].join('\n');
}

/** The day that a period until 24:00 ends on. */
function lastDay({ dueAt }: Objection): string {
  return `${dayWords(new Date(dueAt.getTime() - 1))}24:00`;
}
