import { lastDayWords } from '../../src/domain/calendar.js';
import { contestLists, listNames } from '../../src/domain/contest/contest-rules.js';
import { defineIntent, oneOf, wholeNumber } from '../../src/talk/intent.js';
import { finishContest, publishContest, scoreContest } from '../../src/operations/contest/hold-contest.js';

export default defineIntent({
  pattern: /^擂台赛第(?<edition>\d{1,2})届(?<stage>计分|公示|定稿)[。！!]*$/u,
  slots: {
    edition: wholeNumber('请问第几届？', 1, 99),
    stage: oneOf('请问计分、公示还是定稿？', ['计分', '公示', '定稿']),
  },
  permission: 'contest.lead',
  binds: 'public',
  help: {
    title: '擂台赛到下一步',
    when: '擂台赛一步一步办',
    say: '擂台赛第1届计分',
    more: '看过名单后“擂台赛第1届公示”，期满、异议答复完“擂台赛第1届定稿”',
  },
  async handle({ unit, member, slots: { edition, stage }, now, boardUrl }) {
    const deed = { member, edition, now };
    if (stage === '计分') {
      const { run } = await scoreContest(unit, deed);
      return `第${edition}届擂台赛第${run}次计分：各网格正从记录里交数，白天几分钟，算好私下告诉您。`;
    }
    const { contest, file } = await (stage === '公示' ? publishContest(unit, deed) : finishContest(unit, deed));
    const counts = listNames.map(list => `${contestLists[list]}${file.lists[list].length}名`).join('，');
    const link = `${boardUrl()}/contest/${edition}`;
    if (stage === '定稿') return `第${edition}届擂台赛名单已定稿：${counts}。各群会收到通知，全文：${link}`;
    const until = contest.objectionsUntil ? lastDayWords(contest.objectionsUntil, now) : '';
    return `第${edition}届擂台赛名单开始公示，到${until}：${counts}。各群会收到通知，全文：${link}`;
  },
});
