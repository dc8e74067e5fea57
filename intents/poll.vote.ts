import { plain } from '../src/domain/plain-text.js';
import { defineIntent, optional, projectNo, words } from '../src/intent.js';
import { castVote } from '../src/operations/cast-vote.js';
import { pollCard, sayChoice } from '../src/publish/poll-card.js';

export default defineIntent({
  group: '表决',
  phrases: ['同意', '不同意', '反对', '弃权', '投赞成票', '投反对票'],
  slots: {
    no: optional(projectNo),
    choice: words('请问您家同意、反对还是弃权？回复 1 同意 2 反对 3 弃权。', 50),
    reason: optional(words('请问为什么？')),
  },
  permission: 'poll.vote',
  help: '投票，例如“12号同意”“12号反对”“12号弃权”；截止前可以改，以最后一次为准',
  readBack: ({ no, choice }) => `${no ? `给${String(no)}号` : ''}投“${sayChoice(String(choice))}”`,
  async handle({ unit, member, slots, now, messageId, pressed }) {
    const { poll, chosen, tally, changed } = await castVote(unit, { member, ...slots, now, messageId });
    const word = tally.area ? '人' : '户';
    const text =
      `您家对${poll.no}号「${plain(poll.question, 40)}」${changed ? '改投' : '投'}了${plain(sayChoice(chosen), 20)}，截止前可以改。` +
      `已有${tally.voted}${word}投票，还差${tally.silent}${word}。`;
    return pressed ? { text: '', card: pollCard(poll, { chosen, now }) } : text;
  },
});
