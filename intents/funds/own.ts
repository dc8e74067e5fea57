import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { openly } from '../../src/talk/reply.js';
import { ownCents } from '../../src/publish/funds/own-cents.js';

/** How many of the newest projects are told at once. */
const most = 5;

export default defineIntent({
  pattern:
    /^(?:(?<no>[\d０-９]{1,7})号(?:项目)?[，,]?)?(?:我|俺|咱)(?:们)?(?:家)?(?:交|捐|出|付)?的?(?:那)?(?:这)?(?:[\d０-９.,，]{1,12}\s*(?:元|块钱?|万元?))?(?:钱)?(?:都)?(?:花|用)(?:到|在|去)?了?(?:哪里|哪儿|哪|啥地方|什么地方)(?:去)?(?:了|啦)?[？?。！!]*$/u,
  slots: { no: optional(projectNo) },
  permission: 'pledge.make',
  binds: 'nobody',
  help: {
    title: '看自家交的钱花在哪几笔上',
    say: '我的200元花到哪了',
    more: '只告诉本人',
  },
  async handle({ unit, member, slots: { no }, now }) {
    const named = no === undefined ? null : await unit.projects.byNo(no);
    if (no !== undefined && !named) throw new Refusal('project.unknown', { no });
    const accounts: string[] = [];
    for (const project of named ? [named] : await unit.projects.all()) {
      const account = await ownCents(unit, { project, householdId: member.householdId ?? 0, now });
      if (account) accounts.push(account);
      if (accounts.length === most) break;
    }
    // The same answer in the group whether the household paid or not: nobody shall learn who did not.
    const alone =
      accounts.length === 0
        ? `账上还没有您家${named ? `给${named.no}号` : ''}交的钱。交款后出纳记了账，这里就能看到；发送“项目列表”看看各个项目。`
        : accounts.join('\n\n');
    return { alone, text: openly('账') };
  },
});
