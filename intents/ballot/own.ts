import { plain } from '../../src/domain/plain-text.js';
import { defineIntent } from '../../src/talk/intent.js';
import { openly } from '../../src/talk/reply.js';
import { ownBallot } from '../../src/publish/ballot/own-ballot.js';

/** How many of the newest polls are told. */
const most = 5;

export default defineIntent({
  pattern: /^(?:查一?下?|看看?)?(?:我|俺)(?:家)?(?:的票|投的?票|投了什么|投了啥)[？?。！!]*$/u,
  slots: {},
  permission: 'poll.vote',
  binds: 'nobody',
  help: {
    title: '看自家的票记成了什么',
    say: '我的票',
    more: '只告诉本人',
  },
  async handle({ unit, member, now }) {
    const lines: string[] = [];
    for (const poll of await unit.polls.recent(most)) {
      const choice = await ownBallot(unit, poll, member.householdId ?? 0, now);
      const open = poll.closedAt === null && now < poll.closesAt ? '，截止前可以改' : '';
      lines.push(`${poll.no}号「${plain(poll.question, 40)}」：${choice}${open}。`);
    }
    const alone = lines.length === 0 ? '还没有表决。' : `您家的票：\n${lines.join('\n')}`;
    return { alone, text: openly('票') };
  },
});
