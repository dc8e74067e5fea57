import { plain } from '../../src/domain/plain-text.js';
import { isThing } from '../../src/language/values/thing.js';
import { defineIntent, reportNo, type SlotKind, words } from '../../src/talk/intent.js';
import { endReport } from '../../src/operations/proposal/follow-report.js';

const asked = words('请问归谁管？例如“供电公司，电话95598”。', 60);
/** 开关线管，二百六 is what was bought. */
const sum = /[一二两三四五六七八九十][百千万]|\d[元块]/u;
/** 垃圾拉完了，桶也刷了 tells what was done, and names nobody. */
const who: SlotKind<string> = {
  ...asked,
  accept: value => (typeof value === 'string' && isThing(value) && !sum.test(value) ? asked.accept(value) : undefined),
};

export default defineIntent({
  pattern:
    /^报事(?<report>[\d０-９]{1,7})号?(?:不归我们管?|不归本网格管?|不归这里管?)?[，,：:\s]*(?:应?该?归|属于|要找)(?<reason>[^，。,:：\n]{2,40}?)管?[。！!]*$/u,
  slots: { report: reportNo, reason: who },
  permission: 'report.handle',
  binds: 'office',
  help: {
    title: '报事转给别处管',
    when: '报事不归本网格，说清归谁',
    say: '报事7不归我们，归供电公司',
  },
  readBack: ({ report, reason }) => `把报事${String(report)}记为归${plain(String(reason), 40)}`,
  async handle({ unit, member, slots }) {
    const { no } = await endReport(unit, { member, ...slots, state: 'elsewhere' });
    return `报事${no}已记为归${plain(slots.reason, 40)}，报过的人都会听到该找谁。`;
  },
});
