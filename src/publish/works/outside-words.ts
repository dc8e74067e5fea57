import { dayWords } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { Refusal } from '../../domain/refusal.js';
import { projectName } from '../../domain/project-words.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Project } from '../../store/proposal/project.js';
import type { OutsideAnswer } from '../../store/works/outside-answer.js';
import { outsideStanding } from '../../store/works/outside-standing.js';
import type { OutsideTask } from '../../store/works/outside-task.js';
import type { Reply } from '../../talk/reply.js';
import { besideBoard } from '../board-links.js';
import { type Html, html } from '../html.js';

/** Where the party answers; beside the board, so that one public address serves both. */
export function outsideAddress(boardUrl: string, secret: string): string {
  return besideBoard(boardUrl, `/asked/${secret}`);
}

/** A link is a key, and is given to nobody in a group. */
export const linkInPrivate = '链接是一把钥匙，只在私聊里给：点我的头像，在私聊里再发一遍。';

/** What goes with the link, to be passed on as it stands. */
export function linkWords({ party, what }: OutsideTask, address: string): string {
  return `请把下面这段转给${plain(party, 30)}，不要发到群里：\n${plain(party, 30)}您好，请您办的“${plain(what, 100)}”在这里答复，可以报价、交照片和PDF，不用账号：${address}`;
}

/** How a task stands, to everybody: who is asked, for what, until when, and whether there was an answer. No word of the answer. */
async function standing(unit: Unit, task: OutsideTask, now: Date): Promise<string> {
  const answers = await unit.tasks.outside.answers(task);
  const last = answers.at(-1);
  const isLate = task.endedAt === null && last === undefined && task.dueAt <= now;
  const state =
    task.endedAt !== null
      ? `${dayWords(task.endedAt, now)}办结`
      : last
        ? `${dayWords(last.at, now)}已答复`
        : isLate
          ? '已过期，还没有答复'
          : '还没有答复';
  return `请办${task.no} ${plain(task.party, 30)}：${plain(task.what, 100)}，${dayWords(task.dueAt, now)}前；${state}`;
}

/** The open tasks, oldest first. */
export async function outsideList(unit: Unit, now: Date): Promise<string> {
  const open = await unit.tasks.outside.open();
  if (open.length === 0) return '现在没有请外单位办的事。要请他们办，发送例如“12号请热力公司办：检查管道，8月20日前”。';
  const lines = await Promise.all(open.slice(0, 30).map(task => standing(unit, task, now)));
  return ['**请外单位办的事**', ...lines.map(line => `- ${line}`), '发送“请办3”看答复，办完发送“请办3办结”。'].join(
    '\n',
  );
}

/** For the dispatch: those who were to answer and did not. */
export async function outsideLate(unit: Unit, now: Date): Promise<string[]> {
  const lines: string[] = [];
  for (const { task, project, isAnswered } of await outsideStanding(unit))
    if (!isAnswered && task.dueAt <= now) lines.push(`${project.no}号 ${await standing(unit, task, now)}`);
  return lines;
}

/** One task with every answer and its pictures, for the offices that ask. */
export async function outsideTold(unit: Unit, no: number, now: Date): Promise<Reply> {
  const task = await unit.tasks.outside.byNo(no);
  if (!task) throw new Refusal('outside.unknown', { task: no });
  const project = await unit.projects.byId(task.projectId);
  const answers = await unit.tasks.outside.answers(task);
  const pictures: Buffer[] = [];
  let documents = 0;
  for (const digest of answers.flatMap(({ files }) => files)) {
    const kept = await unit.evidence.ofOutside(digest);
    if (kept?.type === 'application/pdf') documents += 1;
    else if (kept && pictures.length < 9) pictures.push(Buffer.from(kept.base64, 'base64'));
  }
  const lines = [
    `${project ? `${projectName(project)}，` : ''}${await standing(unit, task, now)}。`,
    ...answers.map(answer => `- ${answerLine(answer, now)}`),
    ...(documents > 0 ? [`有${documents}个PDF，在办事台${project ? `${project.no}号` : ''}那一页下载。`] : []),
    ...(task.endedAt === null ? [`办完发送“请办${no}办结”；要换链接发送“请办${no}重发”。`] : []),
  ];
  return { text: lines.join('\n'), pictures };
}

function answerLine({ at, text, quoteFen }: OutsideAnswer, now: Date): string {
  return `${dayWords(at, now)}：${plain(text, 300)}${quoteFen === null ? '' : `（报价${yuan(quoteFen)}）`}`;
}

/** For the board: that somebody outside was asked, and whether they answered. */
export async function outsideCard(unit: Unit, { id }: Project, now: Date): Promise<Html | false> {
  const tasks = await unit.tasks.outside.ofProject(id);
  if (tasks.length === 0) return false;
  const lines = await Promise.all(tasks.map(task => standing(unit, task, now)));
  return html`<section class="card" id="outside">
    <h2>请外单位办的</h2>
    <ul>
      ${lines.map(line => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}

/** For the desk of those who ask: every answer with its files. */
export async function outsideAnswersCard(unit: Unit, { id }: Project, now: Date): Promise<Html | false> {
  const parts: Html[] = [];
  for (const task of await unit.tasks.outside.ofProject(id))
    for (const answer of await unit.tasks.outside.answers(task))
      parts.push(
        html`<li>
          请办${task.no} ${task.party}，${answerLine(answer, now)}
          ${answer.files.map((digest, index) => html` <a href="/desk/file/${digest}">文件${index + 1}</a>`)}
        </li>`,
      );
  if (parts.length === 0) return false;
  return html`<section class="card">
    <h2>外单位的答复</h2>
    <ul class="log">
      ${parts}
    </ul>
  </section>`;
}
