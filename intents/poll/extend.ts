import { momentWords } from '../../src/domain/calendar.js';
import { defineIntent, optional, projectNo, wholeNumber } from '../../src/talk/intent.js';
import { extendPoll } from '../../src/operations/poll/extend-poll.js';

export default defineIntent({
  pattern:
    /^(?=.*(?:[\d０-９]|表决|投票))(?:把)?(?:(?<no>[\d０-９]{1,7})号)?(?:项目)?(?:的)?(?:表决|投票)?(?:延期|延长|延长截止)(?:表决|投票)?(?<days>[\d０-９]{1,3})?天?[。！]?$/u,
  slots: { no: optional(projectNo), days: optional(wholeNumber('', 0, 999)) },
  permission: 'poll.extend',
  binds: 'public',
  help: {
    title: '延期一次',
    when: '参加的不够数时延期一次',
    say: '12号延期10天',
  },
  readBack: ({ no, days }) =>
    `${no === undefined ? '' : `${String(no)}号`}表决延期${days === undefined ? '' : `${String(days)}天`}，只能延这一次`,
  onlyInForm: true,
  async handle({ unit, slots, now }) {
    const poll = await extendPoll(unit, { ...slots });
    return `${poll.no}号表决已延期到${momentWords(poll.closesAt, now)}，已公告。只能延这一次。`;
  },
});
