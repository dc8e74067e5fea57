import { quotaWords } from '../../src/domain/contest/contest-words.js';
import { readOpening } from '../../src/language/values/opening-said.js';
import { dayWords, noonOf } from '../../src/domain/calendar.js';
import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { openContest } from '../../src/operations/contest/hold-contest.js';

export default defineIntent({
  pattern: /^开第(?<edition>\d{1,2})届擂台赛[:：]\s*(?<said>[^]{4,100})$/u,
  slots: { edition: wholeNumber('请问第几届？', 1, 99), said: words('请问从哪天到哪天？例如“1月1日到5月31日”。', 100) },
  permission: 'contest.lead',
  binds: 'public',
  help: {
    title: '开擂台赛',
    say: '开第1届擂台赛：1月1日到5月31日',
    more: '名额可以少于15、50、200，例如“开第1届擂台赛：1月1日到5月31日，楼长150名”',
  },
  async handle({ unit, member, slots, now }) {
    const said = readOpening(slots.said, now);
    const contest = await openContest(unit, { member, edition: slots.edition, ...said });
    const [from, until] = [contest.fromDay, contest.untilDay].map(day => dayWords(noonOf(day), now));
    return `第${contest.edition}届擂台赛已开：${from}到${until}。名额：${quotaWords(contest.quotas)}。到期后发送“擂台赛第${contest.edition}届计分”。`;
  },
});
