import { momentWords } from '../../src/domain/calendar.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { whichPoll } from '../../src/operations/poll/which-poll.js';
import { paperWords } from '../../src/publish/ballot/paper-list.js';

export default defineIntent({
  pattern: /^(?:看|查看)?(?:(?<no>[\d０-９]{1,7})号)?(?:表决)?(?:的)?(?:纸票|代录票)(?:清单|列表|名单)[。！]?$/u,
  slots: { no: optional(projectNo) },
  permission: 'paper.check',
  binds: 'nobody',
  help: { title: '看全部代录的纸票和要回访的几张', say: '12号纸票清单' },
  async handle({ unit, slots, now, chat }) {
    if (chat.kind !== 'single') throw new Refusal('paper.private', {});
    const poll = await whichPoll(unit, slots.no);
    unit.journal.add('paper.list', { facts: { no: poll.no } });
    const head = `${poll.no}号表决的纸票（${momentWords(poll.closesAt, now)}截止）：`;
    return `${head}\n${await paperWords(unit, poll)}`;
  },
});
