import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { openly } from '../../src/talk/reply.js';
import { ownShares } from '../../src/publish/pledge/own-share.js';

export default defineIntent({
  pattern:
    /^(?:(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?[，,]?)?(?:请问)?(?:我|俺|咱)(?:们)?(?:家)?(?:该|应该|应|得|要|需要)(?:出|交|拿|付)多少(?:钱)?[？?。！!]*$/u,
  slots: { no: optional(projectNo) },
  permission: 'pledge.make',
  binds: 'nobody',
  help: {
    title: '看自家的那一份',
    say: '12号我该出多少',
    more: '只告诉本人',
  },
  async handle({ unit, member, slots: { no } }) {
    const alone = await ownShares(unit, { householdId: member.householdId ?? 0, no });
    return { alone, text: openly('数') };
  },
});
