import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { onSamePicture, paperOf } from '../../src/operations/ballot/enter-paper.js';
import type { Card } from '../../src/talk/reply.js';
import { enteredWords } from '../../src/publish/ballot/paper-words.js';

export default defineIntent({
  pattern: /^(?:看|查看)纸票[:：\s]*(?<paper>[\d０-９]{1,7})号?[。！]?$/u,
  slots: { paper: wholeNumber('请问看哪一张纸票？', 1, 9_999_999) },
  permission: 'paper.check',
  binds: 'nobody',
  help: { title: '看纸票的照片', say: '看纸票7' },
  async handle({ unit, member, slots, chat }) {
    if (chat.kind !== 'single') throw new Refusal('paper.private', {});
    const { poll, paper } = await paperOf(unit, slots.paper);
    const photo = await unit.evidence.byDigest(paper.photo);
    unit.journal.add('paper.show', { facts: { no: poll.no, paper: paper.id } });
    const isOpen = paper.state === 'pending' && paper.enteredById !== member.id;
    const together = isOpen ? await onSamePicture(unit, member, paper) : [];
    const others = together.length > 1 ? [`这张照片上等您核对的有${together.length}张：`] : [];
    for (const one of together.length > 1 ? together : [])
      others.push(`- 纸票${one.id} ${await enteredWords(unit, one)}`);
    return {
      text: [`${poll.no}号纸票${paper.id}：${await enteredWords(unit, paper)}。请对着照片核对。`, ...others].join('\n'),
      pictures: photo ? [Buffer.from(photo.base64, 'base64')] : [],
      // Whoever looks at the picture says with one tap whether it is what was entered.
      ...(isOpen && { card: checkCard(poll.no, paper.id, together) }),
    };
  },
});

function checkCard(no: number, paper: number, together: readonly { readonly id: number }[]): Card {
  const button = (text: string, style: 1 | 3 | 4, slots: Record<string, unknown>) =>
    ({ text, style, intent: 'paper.check', slots }) as const;
  const [first = paper, last = paper] = [together[0]?.id, together.at(-1)?.id];
  const isRow = together.length > 1 && last - first + 1 === together.length;
  const all = { paper: first, last, result: '一致' };
  return {
    about: `paper-${paper}`,
    title: `${no}号纸票${paper}：和照片一致吗？`,
    buttons: [
      button('一致', 1, { paper, result: '一致' }),
      button('不符', 3, { paper, result: '不符' }),
      ...(isRow ? [button(`${together.length}张都一致`, 4, all)] : []),
    ],
  };
}
