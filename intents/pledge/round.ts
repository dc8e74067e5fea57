import { dayWords } from '../../src/domain/calendar.js';
import { Refusal } from '../../src/domain/refusal.js';
import { isInRound } from '../../src/domain/lifecycle.js';
import { defineIntent, projectNo, rows } from '../../src/talk/intent.js';
import { readRoundTerms } from '../../src/language/values/money/round-terms.js';
import { setRound } from '../../src/operations/pledge/set-round.js';
import { roundWords, toPublish } from '../../src/publish/plan/plan-notice.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?认筹(?:期限|规则|办法)?[:：，,\s]+(?<terms>[^]{1,120})$/u,
  slots: {
    no: projectNo,
    terms: rows('请问认筹到哪天、最低多少、每户最多多少？例如“截止4月20日，最低5万元，每户最多2000元”。', 120),
  },
  permission: 'plan.publish',
  help: {
    title: '定认筹的截止日、最低额和每户上限',
    say: '12号认筹：截止4月20日，最低5万元，每户最多2000元',
    more: '不定就按规则：14天、认满居民部分、每户不超过户均3倍',
  },
  async handle({ unit, member, slots: { no, terms }, now }) {
    const said = readRoundTerms(terms, now);
    if (!said) throw new Refusal('round.unclear', {});
    const project = await setRound(unit, { member, no, ...said });
    const isOpen = isInRound(project);
    if (!isOpen || !project.pledgeClosesAt) {
      const homes = await unit.members.electors(project.scope);
      return `${no}号认筹已定：${roundWords(project, now, homes.length)}。${toPublish(project, '方案公示会写明。')}`;
    }
    const last = dayWords(new Date(project.pledgeClosesAt.getTime() - 1), now);
    return `${no}号认筹延到${last}24:00，已告诉群里。`;
  },
});
