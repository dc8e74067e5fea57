import { placeWords } from '../../src/domain/masking.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { paperOf } from '../../src/operations/ballot/enter-paper.js';
import type { Card } from '../../src/talk/reply.js';
import { sayChoice } from '../../src/publish/poll/poll-card.js';

export default defineIntent({
  pattern: /^(?:看|查看)纸票[:：\s]*(?<paper>[\d０-９]{1,7})号?[。！]?$/u,
  slots: { paper: wholeNumber('请问看哪一张纸票？', 1, 9_999_999) },
  permission: 'paper.check',
  binds: 'nobody',
  help: { title: '看纸票的照片', say: '看纸票7' },
  async handle({ unit, member, slots, chat }) {
    if (chat.kind !== 'single') throw new Refusal('paper.private', {});
    const { poll, paper } = await paperOf(unit, slots.paper);
    const household = await unit.members.household(paper.householdId);
    const photo = await unit.evidence.byDigest(paper.photo);
    unit.journal.add('paper.show', { facts: { no: poll.no, paper: paper.id } });
    return {
      text: `${poll.no}号纸票${paper.id}：${household ? placeWords(household) : ''}，登记为“${sayChoice(paper.choice)}”。请对着照片核对。`,
      pictures: photo ? [Buffer.from(photo.base64, 'base64')] : [],
      // Whoever looks at the picture says with one tap whether it is what was entered.
      ...(paper.state === 'pending' && paper.enteredById !== member.id && { card: checkCard(poll.no, paper.id) }),
    };
  },
});

function checkCard(no: number, paper: number): Card {
  const button = (result: string, style: 1 | 3) =>
    ({ text: result, style, intent: 'paper.check', slots: { paper, result } }) as const;
  return {
    about: `paper-${paper}`,
    title: `${no}号纸票${paper}：和照片一致吗？`,
    buttons: [button('一致', 1), button('不符', 3)],
  };
}
