import { payerAnswers } from '../../src/domain/plan/payer-check.js';
import { payerSaid } from '../../src/language/values/payer-said.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, numbered, projectNo, type SlotKind, words } from '../../src/talk/intent.js';
import { saysNothing } from '../../src/language/values/evidence-said.js';
import { readReferral } from '../../src/language/values/referral-said.js';
import { checkPayer } from '../../src/operations/plan/check-payer.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';

type Answer = keyof typeof payerAnswers;
const answers = (Object.keys(payerAnswers) as Answer[]).map(answer => [answer, payerAnswers[answer].said] as const);

const ground = words('请问依据是什么？例如“2009年建成，已过保修；供热公司2025年3月复函不属其管网”。', 300);

/** Asked for only where somebody else has to pay. */
const referral: SlotKind<string | undefined> = {
  ...words('请问转给谁、哪天前答复？例如“供热公司，4月10日前”。', 80),
  needed: ({ answer }) => typeof answer === 'string' && answer in payerAnswers && !payerAnswers[answer as Answer].asks,
};

export default defineIntent({
  pattern:
    /^(?:登记)?(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:责任核查|责任方核查|谁该出钱|该谁出钱)(?:[:：，,\s]+(?<evidence>[^?？]{4,300}))?[?？。！]?$/u,
  slots: {
    no: projectNo,
    answer: { ...numbered('责任核查：这件事该谁出钱？', answers), fills: said => payerSaid(said) ?? undefined },
    evidence: {
      ...ground,
      accept: value => {
        const said = ground.accept(value);
        return said === undefined || saysNothing(said) ? undefined : said;
      },
    },
    referral,
  },
  permission: 'plan.publish',
  help: {
    title: '登记该谁出钱',
    when: '书记登记该谁出钱，没有登记不能开始认筹',
    say: '12号责任核查',
    more: '该别人出的转给他们办，到期跟进',
  },
  readBack: ({ no, answer, evidence, referral: to }) =>
    `登记${String(no)}号责任核查：${payerAnswers[answer as Answer]?.said ?? ''}，依据“${plain(String(evidence), 60)}”${to === undefined ? '' : `，转办“${plain(String(to), 40)}”`}`,
  async handle({ unit, member, slots, now }) {
    const { no, answer, evidence } = slots;
    const { asks, payer, said } = payerAnswers[answer];
    const referring = slots.referral === undefined ? null : readReferral(slots.referral, now);
    const project = await checkPayer(unit, { member, no, answer, evidence, referring });
    if (answer === 'emergency')
      return `${no}号责任核查已登记：${said}。等不得的可以先修：书记发送“${no}号应急抢修：什么情况，最多多少元”，有人到场确认就动工；等得的照常发布方案。`;
    if (asks) return `${no}号责任核查已登记：${said}。${toPublish(project, '方案公示会写明。')}`;
    if (project.state !== 'referred')
      return `${no}号责任核查已登记：应由${payer}出钱，不能向居民筹款。表决还在进行，截止后请发送“${no}号转办：转给谁，哪天前”。`;
    return `${no}号责任核查已登记：应由${payer}出钱，不能向居民筹款。已转办，已告诉群里；到期没有结果会提醒您。`;
  },
});
