import { momentWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { countPoll, ensureOpen, whichPoll } from '../../src/operations/poll/which-poll.js';
import { gapWords } from '../../src/publish/poll/poll-notice.js';

export default defineIntent({
  pattern:
    /^(?:请问|问一下)?(?:(?<no>[\d０-９]{1,7})号)?(?:项目)?(?:的)?(?:表决|投票)?(?:现在)?(?:还差|还缺|差)(?:多少|几)(?:票|户|人|面积|平方?米?|个)?(?:(?:才|就)?(?:够|能过|通过|有效))?(?:了)?[?？]?$/u,
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '表决还差多少',
    say: '12号表决还差多少',
    more: '参加的差几人、差多少平方米；同意多少，截止后公布',
  },
  async handle(deed) {
    const { unit, slots, now } = deed;
    const open = await unit.polls.open();
    const money = deed.intents.get('funds.show');
    // Without a vote under way it is the money that is missing.
    if (money && (slots.no === undefined ? open.length === 0 : !open.some(({ no }) => no === slots.no)))
      return money.handle(deed);
    const poll = await whichPoll(unit, slots.no);
    ensureOpen(poll, now);
    const tally = await countPoll(unit, poll);
    const word = tally.area ? '人' : '户';
    return [
      `${poll.no}号表决「${plain(poll.question, 40)}」：已有${tally.voted}/${tally.households}${word}投票。`,
      gapWords(poll, tally) || '这是意向征集，没有够不够数的要求。',
      `${momentWords(poll.closesAt, now)}截止。`,
    ].join('');
  },
});
