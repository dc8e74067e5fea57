import { yuan } from '../../../domain/money.js';
import { rulesAt } from '../../../domain/rules.js';
import { isSecretary } from '../../../domain/permissions.js';
import { findAmounts } from '../../../language/values/money/amounts.js';
import { topic } from '../topic.js';

/** 960我能批吗 names a sum. */
const bareSum = /^(?<n>\d{2,7})(?![\d.元块万号])/u;
const ofOwn = /(?:自己|我)(?:报|申请|提|经手)的?/u;

/** What the speaker may approve, as the office of the speaker has it. */
export default topic({
  title: '我能批多少钱',
  said: `
    我能批吗 这笔我能批吗 归我批吗 我批得了吗 我能批多少 多大的钱归我批 多少钱以内归我批 多少以内我说了算 我有权批这笔吗 我的权限是多少 这个数我能批不 超过多少我批不了
    我一个人批够不够 这钱我批了算不算数 我批不批得了 要不要再找社区书记批 多少钱要报给社区批 我批多少封顶 我自己申请的能自己批吗 自己报的自己批行吗 我经手的我能批吗 自己申请自己批可以吗 我提的申请我来批行不行
  `,
  answer: async ({ turn: { member, now }, text }) => {
    const { gridApprovesFen: grid, communityApprovesFen: community } = rulesAt(now);
    const rule = `一笔${yuan(grid)}以内三位书记谁批都行，${yuan(community)}以内社区书记批，再多两位书记批、监管小组还要说没有意见`;
    const own = '自己申请的自己不能批、不能核、不能付，由别的书记批';
    if (!isSecretary(member)) return `您的职务不批钱，批准归书记：${rule}。${own}。`;
    if (ofOwn.test(text)) return `不能。${own}。${rule}。`;
    const isCommunity = member.roles.some(({ role }) => role === 'community_secretary');
    const [sum] = findAmounts(text.replace(bareSum, '$<n>元'));
    const most = isCommunity ? community : grid;
    const said =
      sum?.kind !== 'exact' ? '' : sum.fen <= most ? `${yuan(sum.fen)}您能批。` : `${yuan(sum.fen)}您一个人批不了。`;
    return `${said}${rule}；同一收款方短期内几笔合起来算。${own}。`;
  },
});
