import { plain } from '../../src/domain/plain-text.js';
import { defineIntent } from '../../src/talk/intent.js';
import { openly } from '../../src/talk/reply.js';
import { hasNoBallot, ownBallot } from '../../src/publish/ballot/own-ballot.js';
import { isWithin } from '../../src/domain/plan/scope.js';

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
    const { household } = member;
    // Of a poll of other buildings there is no vote to miss.
    const own = (await unit.polls.recent(most * 4)).filter(({ scope }) => household && isWithin(scope, household));
    for (const poll of own.slice(0, most)) {
      const choice = await ownBallot(unit, poll, member.householdId ?? 0, now);
      const isOpen = poll.closedAt === null && now < poll.closesAt;
      const isMissed = !isOpen && poll.electorate === null && hasNoBallot(choice);
      const stands = isMissed ? '已经截止，没有您家的票' : choice;
      lines.push(`${poll.no}号「${plain(poll.question, 40)}」：${stands}${isOpen ? '，截止前可以改' : ''}。`);
    }
    const alone = lines.length === 0 ? '还没有表决。' : `您家的票：\n${lines.join('\n')}`;
    return { alone, text: openly('票') };
  },
});
