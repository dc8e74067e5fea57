import { momentWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { countPoll, whichPoll } from '../../src/operations/poll/which-poll.js';
import { pollCard } from '../../src/publish/poll/poll-card.js';
import { gapWords, resultNotice } from '../../src/publish/poll/poll-notice.js';

export default defineIntent({
  group: '表决',
  phrases: ['投票情况', '投票结果', '票数'],
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  binds: 'nobody',
  help: '看投票情况，例如“12号投票情况”，会附上投票卡',
  async handle({ unit, slots, now }) {
    const poll = await whichPoll(unit, slots.no);
    const result = await countPoll(unit, poll);
    if (poll.closedAt !== null || now >= poll.closesAt) {
      const project = poll.projectId === null ? null : await unit.projects.byId(poll.projectId);
      return resultNotice(poll, project, result);
    }
    const word = result.area ? '人' : '户';
    const text = [
      `${poll.no}号表决「${plain(poll.question, 60)}」：已有${result.voted}${word}投票，还差${result.silent}${word}。${gapWords(poll, result)}`,
      // Who looked before and after one vote would know what it was: how the votes stand is told when all are in.
      `${momentWords(poll.closesAt, now)}截止，截止后才公布各选了多少。不公布谁投了什么、谁还没投。`,
    ].join('');
    return { text, card: pollCard(poll, { now }) };
  },
});
