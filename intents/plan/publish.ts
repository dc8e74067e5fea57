import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import {
  AskSlot,
  Confirm,
  defineIntent,
  money,
  optional,
  projectNo,
  type SlotKind,
  words,
} from '../../src/talk/intent.js';
import { allNamed, sourceNames } from '../../src/domain/funds/source-names.js';
import { readPlan } from '../../src/language/values/plan-said.js';
import { draftedPlan, publishPlan } from '../../src/operations/plan/publish-plan.js';
import { toConfirm } from '../../src/publish/plan/draft-words.js';
import { nextLine } from '../../src/operations/next-steps.js';

/**
 * The words of a plan that may name a source with its sum: a sentence of a fixed form, so that nothing of it is lost. Without words it is
 * the plan that was prepared.
 */
const namedSource = new RegExp(sourceNames, 'u');
const withFunding = new RegExp(
  String.raw`^(?:发布|公示|公布)(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?方案(?:[:：，,\s]+(?<text>[^]*(?:(?:资金|款项|经费)的?来源|(?:${sourceNames})[^，,。；;、]{0,12}[\d０-９一二两三四五六七八九十百千万])[^]*)|[。！!]*)$`,
  'u',
);

const howAsked = '请问方案怎么做？例如“更换暖气主管道，三家比价取最低”。';

/** The fixed form is for plans that name their sources; a form on the desk takes any plan. */
const planText: SlotKind<string> = {
  ...words(howAsked, 1000),
  field: {
    kind: 'words',
    most: 1000,
    read: text => text,
    isNeeded: async (unit, { no }) => typeof no === 'number' && !(await unit.projects.byNo(no))?.planText,
  },
};

const planCost: SlotKind<number> = {
  ...money,
  field: {
    ...money.field,
    isNeeded: async (unit, { no }) => {
      const project = typeof no === 'number' ? await unit.projects.byNo(no) : null;
      return project !== null && !project.budgetLines && !project.fundingPlan && project.budgetFen === null;
    },
  },
};

export default defineIntent({
  phrases: ['发布方案'],
  pattern: withFunding,
  slots: { no: projectNo, cost: optional(planCost), text: optional(planText) },
  permission: 'plan.publish',
  binds: 'public',
  help: {
    title: '发布方案',
    say: '发布12号方案：更换暖气主管道，预算3.6万元',
    form: '公示12号方案',
    more: '方案草稿备好了就发送“公示12号方案”；公示里要改就再发一次，要撤就发送撤回12号方案，写上原因',
  },
  readBack: ({ no, cost, text }) =>
    `发布${no ? `${String(no)}号` : ''}方案${text ? `“${plain(String(text), 40)}”` : ''}${typeof cost === 'number' ? `，预算${yuan(cost)}` : ''}`,
  async handle({ unit, member, slots, now, boardUrl, said, confirmed }) {
    const { no } = slots;
    const before = await unit.projects.byNo(no);
    // What is to be done is what neighbours decide on.
    if (before && !before.planText && (slots.text ?? '') === '') throw new AskSlot('text', howAsked);
    // What was prepared part by part was never seen as one: whoever did not write it down now is asked once more.
    if (slots.text === undefined && !/发布|公布/u.test(said ?? '') && !confirmed)
      throw new Confirm(toConfirm(await draftedPlan(unit, { no, now })));
    const plan = readPlan(slots.text ?? '', namedSource);
    const funding = allNamed(plan.funding);
    if (plan.fundingWords !== '' && !funding) throw new Refusal('plan.fundingUnclear', { no, said: plan.fundingWords });
    const written = funding
      ? { text: plan.works || undefined, cost: slots.cost ?? plan.budgetFen, funding }
      : { text: slots.text, cost: slots.cost };
    const published = await publishPlan(unit, { member, no, ...written });
    const { project, changes, restarts, noticeNo } = published;
    // The clerk at the printer needs the sheet, whoever published the plan.
    const poster = noticeNo && `${boardUrl()}/poster/${noticeNo}`;
    const sheet = poster
      ? `\n打印海报：[A4](${poster}.pdf) [A3](${poster}-a3.pdf)。贴好后私聊发照片，再发送“第${noticeNo}号公示已张贴”${unit.grid.boardSince ? '，照片到了才算公示、才起算期限' : ''}。`
      : '';
    const days = changes.length === 0 ? '' : restarts ? '改动较大，公示期重新算。' : '大家要定的没有变，公示期接着算。';
    return `${project.no}号方案已公示到群和公示栏，预算${yuan(project.budgetFen ?? 0)}。${days}下一步：${await nextLine(unit, project, now)}。${sheet}`;
  },
});
