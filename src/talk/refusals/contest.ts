import { dayWords, lastDayWords, noonOf } from '../../domain/calendar.js';
import { type Sayings } from './sayings.js';

/** What is refused about the contest, in words. */
export const contestSayings = {
  'contest.quota': ({ list, asked, most }) =>
    `${list}最多${most}个名额，您写的是${asked}个，不能超。请改成1到${most}再发。`,
  'contest.placesUnread': ({ list }) =>
    `${list}要几名没看懂，还没有开。请写数字，例如“开第1届擂台赛：1月1日到5月31日，楼长150名”。`,
  'contest.period': () => '起止日子写得不对：要是真有的日子，先起后止。例如“开第1届擂台赛：1月1日到5月31日”。',
  'contest.notOver': ({ edition, untilDay }) =>
    `第${edition}届擂台赛算到${dayWords(noonOf(untilDay))}，还没有到期。过了这一天再发送“擂台赛第${edition}届计分”。`,
  'contest.unknown': ({ edition }) =>
    edition === 0 ? '还没有开过擂台赛，要等县里开了才能办。' : `没有第${edition}届擂台赛，请核对届数再发。`,
  'contest.exists': ({ edition, next }) => `擂台赛下一届是第${next}届，不是第${edition}届。请改好届数再发。`,
  'contest.elsewhere': ({ edition, grid }) => `第${edition}届擂台赛是在“${grid}”开的，请到那个网格的群里办这一步。`,
  'contest.state': ({ edition, state, next }) => `第${edition}届擂台赛现在是“${state}”，这一步办不了。${next}`,
  'contest.objections': ({ edition, open, until }) =>
    until
      ? `第${edition}届擂台赛公示到${lastDayWords(until)}，期满才能定稿。`
      : `第${edition}届擂台赛还有异议${open.join('、')}没有答复。请先发送“答复擂台赛异议${open[0] ?? ''}不成立：……”或“……成立：……”。`,
  'contest.changed': ({ edition }) =>
    `公示以后又有新的否决、评分或退出，名单和公示的不一样了。请重新发送“擂台赛第${edition}届计分”，再公示一次。`,
  'contest.noCandidate': ({ edition, candidate }) =>
    `第${edition}届擂台赛没有候选${candidate}号。候选编号在公示页上，计分后县级管理员也会收到。`,
  'contest.ownList': ({ candidate }) => `候选${candidate}号和您自己在同一张名单里，按回避规定不能由您来评。`,
  'contest.aside': ({ candidate }) => `您已经声明对候选${candidate}号回避，不能再评。`,
  'contest.grade': ({ most }) => `评委打分是0到${most}分的整数，请改好再发。`,
  'contest.notJudged': ({ candidate }) =>
    `候选${candidate}号是个人，得分全部由记录计算，评委不打分。并列争最后名额时可以发送“擂台赛投票${candidate}号”。`,
  'contest.noVeto': ({ candidate, missing }) =>
    missing > 0
      ? `候选${candidate}号有${missing}笔支出还欠凭证，这条红线由系统认定。请补好凭证再重新计分。`
      : `候选${candidate}号没有否决，不用解除。`,
  'contest.noObjection': ({ objection }) => `没有擂台赛异议${objection}，请核对编号再发。`,
  'contest.answered': ({ objection }) => `擂台赛异议${objection}已经答复过了。`,
  'contest.notCandidate': ({ edition }) =>
    `第${edition}届擂台赛里还没有您的得分：计分以后，网格员、楼长、单元长可以查到自己的。`,
} satisfies Partial<Sayings>;
