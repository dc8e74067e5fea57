import { momentWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { countPoll, whichPoll } from '../../src/operations/poll/which-poll.js';
import { pollCard, sayChoice } from '../../src/publish/poll/poll-card.js';
import { gapWords, invalidWords, resultNotice } from '../../src/publish/poll/poll-notice.js';

export default defineIntent({
  group: '表决',
  phrases: ['投票情况', '投票结果', '票数'],
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  help: '看投票情况，例如“12号投票情况”，会附上投票卡',
  async handle({ unit, slots, now }) {
    const poll = await whichPoll(unit, slots.no);
    const result = await countPoll(unit, poll);
    if (poll.closedAt !== null || now >= poll.closesAt) {
      const project = poll.projectId === null ? null : await unit.projects.byId(poll.projectId);
      return resultNotice(poll, project, result);
    }
    const word = result.area ? '人' : '户';
    const split = (poll.options ?? ['agree', 'disagree', 'abstain']).map(
      choice => `${plain(sayChoice(choice), 20)}${result.counts[choice] ?? 0}${word}`,
    );
    const text = [
      `${poll.no}号表决「${plain(poll.question, 60)}」：已有${result.voted}${word}投票，还差${result.silent}${word}。${gapWords(poll, result)}${invalidWords(result)}`,
      // Below five voters nothing is broken down (domain.md 13.4).
      result.voted < 5 ? `投满五${word}后显示分项。` : `${split.join('，')}。`,
      `${momentWords(poll.closesAt, now)}截止。不公布谁投了什么、谁还没投。`,
    ].join('');
    return { text, card: pollCard(poll, { now }) };
  },
});
