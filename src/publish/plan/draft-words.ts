import { type DraftPart, isWhole, nextPart } from '../../domain/plan/draft.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { Project } from '../../store/proposal/project.js';
import { type Button, type Card, mostButtons, type Reply } from '../../talk/reply.js';
import { type Html, html } from '../html.js';

/** A day as the record compares it; it is read as the notices say it. */
const isoDay = /\d{4}-(\d\d)-(\d\d)/gu;

function dayIn(_: string, month: string, day: string): string {
  return `${Number(month)}月${Number(day)}日`;
}

/** What a part says, short enough for a line; 还没定 with what holds until then. */
function valueWords({ isSet, said, otherwise }: DraftPart): string {
  if (isSet) return said === '' ? '已定' : plain(said.replaceAll(isoDay, dayIn), 40);
  return otherwise === '' ? '还没定' : `还没定（不定就：${otherwise}）`;
}

/** `1. ✔ 做法：换成声控灯` for each part; the number of a part asks for it. */
function partLine(part: DraftPart, index: number): string {
  return `${index + 1}. ${part.isSet ? '✔' : '☐'} ${part.name}：${valueWords(part)}`;
}

function standing(parts: readonly DraftPart[]): string {
  const needed = parts.filter(({ isNeeded }) => isNeeded);
  return `必须定的${needed.length}样，定了${needed.filter(({ isSet }) => isSet).length}样`;
}

/** What to give next with the sentence that does, or that the plan may be published. */
function nextWords({ no }: Pick<Project, 'no'>, parts: readonly DraftPart[]): string {
  const next = nextPart(parts);
  if (isWhole(parts)) return `必须定的都定了：发送“预览${no}号方案”看公示的样子，发送“公示${no}号方案”就公示。`;
  return next ? `下一样：${next.name}，例如发送“${next.say}”。` : '';
}

/** A plan that is being prepared: every part ✔ or 还没定, those it cannot do without first, and what to give next. */
export function draftReply(project: Project, parts: readonly DraftPart[]): Reply {
  const { no, title } = project;
  const needed = parts.filter(({ isNeeded }) => isNeeded);
  const others = parts.filter(({ isNeeded }) => !isNeeded);
  const ordered = [...needed, ...others];
  const text = [
    `**${no}号 ${plain(title, 40)}：方案草稿**`,
    `${standing(parts)}，回复前面的数字就定（或改）那一样：`,
    ...needed.map(partLine),
    '可以不定的：',
    ...others.map((part, index) => partLine(part, index + needed.length)),
    nextWords(project, parts),
  ].join('\n');
  const offers = ordered.map(({ deed }) => ({ intent: deed, slots: { no } }));
  const card = draftCard(project, parts);
  return { text, offers, card, answers: card.buttons };
}

/** After one part was given: how far the plan is, and the next part. */
export function draftLine(project: Project, parts: readonly DraftPart[]): string {
  return `${project.no}号方案草稿：${standing(parts)}。${nextWords(project, parts)}`;
}

/** Two buttons are kept for 预览 and 公示. */
const mostParts = mostButtons - 2;

/** The same on one card: the parts that are still open as buttons, and once nothing is missing 预览 and 公示. */
export function draftCard(
  { id, no, title }: Project,
  parts: readonly DraftPart[],
): Card & { buttons: readonly Button[] } {
  const open = parts.filter(({ isSet }) => !isSet);
  const first = [...open.filter(({ isNeeded }) => isNeeded), ...open.filter(({ isNeeded }) => !isNeeded)];
  const slots = { no };
  const last: Button[] = isWhole(parts)
    ? [
        { text: '预览', style: 4, intent: 'plan.preview', slots },
        { text: '公示', style: 1, intent: 'plan.publish', slots },
      ]
    : [{ text: '看草稿', style: 4, intent: 'plan.draft', slots }];
  return {
    about: `draft-${id}`,
    title: `${no}号方案草稿：${plain(title, 14)}`,
    desc: standing(parts),
    buttons: [...first.slice(0, mostParts).map(part => button(part, no)), ...last],
  };
}

function button({ name, deed, isNeeded }: DraftPart, no: number): Button {
  return { text: `定${name}`, style: isNeeded ? 1 : 4, intent: deed, slots: { no } };
}

/** What is asked before a prepared plan is published: the sums, and how it will stand. */
export function toConfirm({ project }: { readonly project: Project }): string {
  const { no, planText, budgetFen, planVersion } = project;
  return `要把${no}号方案${planVersion > 1 ? `第${planVersion}版` : ''}公示到群和公示栏吗？做法：${plain(planText ?? '', 60)}；预算${yuan(budgetFen ?? 0)}。`;
}

/** The draft on the page of the matter, for whoever prepares it. */
export function draftPart(parts: readonly DraftPart[], linkTo: (deed: string) => string): Html {
  const line = (part: DraftPart): Html =>
    html`<li><a href="${linkTo(part.deed)}">${part.isSet ? '✔' : '☐'} ${part.name}</a>：${valueWords(part)}</li>`;
  const list = (isNeeded: boolean): Html =>
    html`<ul class="log">
      ${parts.filter(part => part.isNeeded === isNeeded).map(line)}
    </ul>`;
  return html`<section class="card">
    <h2>方案草稿</h2>
    <p>${standing(parts)}。必须定的：</p>
    ${list(true)}
    <p>可以不定的：</p>
    ${list(false)}
  </section>`;
}
