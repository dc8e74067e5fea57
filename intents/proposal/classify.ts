import { plain } from '../../src/domain/plain-text.js';
import { type FundingClass, fundingClasses } from '../../src/domain/lifecycle.js';
import { categoryOf } from '../../src/domain/proposal/categories.js';
import { defineIntent, optional, projectNo, type SlotKind, words } from '../../src/talk/intent.js';
import { classAnswered } from '../../src/language/values/class-said.js';
import { classifyProject } from '../../src/operations/proposal/classify-project.js';
import { nextLine } from '../../src/operations/next-steps.js';
import { usualLines } from '../../src/publish/plan/template-words.js';

const ids = Object.keys(fundingClasses) as FundingClass[];

const byName = (value: unknown): FundingClass | undefined =>
  ids.find(id => id === value || fundingClasses[id] === value || fundingClasses[id] === `${String(value)}类`);

/** As the language has read it, or by its name. */
const fundingClass: SlotKind<FundingClass> = {
  field: { kind: 'choice', choices: ids.map(id => [id, fundingClasses[id]]) },
  ask: '请问归哪一类？回复“迫切需求”“轻量影响”或“品质提升”。',
  // 归轻量的, 算提升品质的吧, 小事 to the question which of the three; the very words that were offered need no reading.
  fills: text => {
    const named = byName(text.trim()) === undefined ? classAnswered(text) : undefined;
    return named === undefined ? undefined : { class: named };
  },
  accept: byName,
};

/** Asked of who changes a class. */
const why = words('请问为什么改？', 200);
const whyChanged: SlotKind<string> = {
  ...why,
  field: { ...why.field, isOnAsk: true },
  // 改成轻量影响类，因为只影响一个楼头 says it behind the class.
  fills: text => {
    const reason = /(?:因为|由于|原因是|理由是|毕竟)[：:，,\s]*(?<reason>[^]{2,200}?)[。！!]*$/u.exec(text)?.groups?.[
      'reason'
    ];
    return reason === undefined ? undefined : { reason };
  },
};

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的类别)?(?:改|改定|重新定|定)(?:为|成|到)(?<class>(?:迫切需求|轻量影响|品质提升)类?)[，,。；;\s]*(?:(?:原因|因为|理由)(?:是)?[:：\s]*)(?<reason>[^]{1,200})$/u,
  slots: { no: projectNo, class: fundingClass, reason: optional(whyChanged) },
  permission: 'proposal.classify',
  binds: 'public',
  help: {
    title: '确定选题和类别',
    say: '12号定为迫切需求类',
    form: '12号改为轻量影响类，原因：不影响用水',
    more: '或轻量影响类、品质提升类；再改要写原因，例如“12号改为轻量影响类，原因：不影响用水”',
  },
  readBack: ({ no, class: kind, reason }) =>
    `把${no ? `${String(no)}号` : ''}定为${fundingClasses[kind as FundingClass] ?? '这一类'}${typeof reason === 'string' ? `，原因：${plain(reason, 60)}` : ''}`,
  async handle({ unit, member, slots, now }) {
    const { no, reason } = slots;
    const classifying = { member, no, fundingClass: slots.class, reason, now };
    const { project, before } = await classifyProject(unit, classifying);
    if (before === null)
      return `${no}号选题已确定，归为${fundingClasses[slots.class]}。下一步：${await nextLine(unit, project, now)}。${usualLines(categoryOf(project.title))}。想知道一般怎么办，发送“${no}号模板”。`;
    return `${no}号改为${fundingClasses[slots.class]}，原因已告诉大家。下一步：${await nextLine(unit, project, now)}。`;
  },
});
