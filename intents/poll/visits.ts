import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { toVisit } from '../../src/operations/poll/list-visits.js';
import { whichPoll } from '../../src/operations/poll/which-poll.js';
import { visitWords } from '../../src/publish/poll/visit-list.js';

export default defineIntent({
  pattern:
    /^(?:看|查看)?(?:(?<no>[\d０-９]{1,7})号)?(?:表决|投票)?(?:的)?(?:走访|上门|入户)(?:名单|清单|列表)[。！]?$/u,
  slots: { no: optional(projectNo) },
  permission: 'poll.visits',
  binds: 'nobody',
  help: {
    title: '看自己楼还没投的户',
    when: '楼长在私聊里看自己楼还没投的户，按补足差额最快的顺序',
    say: '12号走访名单',
  },
  async handle({ unit, member, slots, now, chat }) {
    if (chat.kind !== 'single') throw new Refusal('paper.private', {});
    const poll = await whichPoll(unit, slots.no);
    const visits = await toVisit(unit, { poll, member, now });
    unit.journal.add('poll.visits', {
      facts: { no: poll.no, count: visits.length },
    });
    return visitWords(poll, visits, now);
  },
});
