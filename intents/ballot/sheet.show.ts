import { placeWords } from '../../src/domain/masking.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { sheetOf } from '../../src/operations/ballot/helper-note.js';
import { toldWords } from '../../src/domain/ballot/told.js';

export default defineIntent({
  pattern: /^(?:看|查看)纸单[:：\s]*(?<sheet>[\d０-９]{1,7})号?[。！]?$/u,
  slots: { sheet: wholeNumber('请问看哪一张纸单？例如“看纸单3”。', 1, 9_999_999) },
  permission: 'paper.check',
  binds: 'nobody',
  help: { title: '看住户填的单子的照片', say: '看纸单3' },
  async handle({ unit, member, slots, chat }) {
    if (chat.kind !== 'single') throw new Refusal('paper.private', {});
    const note = await sheetOf(unit, slots.sheet);
    const household = await unit.members.household(note.householdId);
    const photo = await unit.evidence.byDigest(note.photo);
    unit.journal.add('sheet.show', { facts: { sheet: note.no, no: note.projectNo } });
    const button = (verdict: string, style: 1 | 3) =>
      ({ text: verdict, style, intent: 'sheet.check', slots: { sheet: note.no, verdict } }) as const;
    const card = {
      about: `sheet-${note.no}`,
      title: `纸单${note.no}：和照片一致吗？`,
      buttons: [button('一致', 1), button('不符', 3)],
    };
    return {
      text: `纸单${note.no}，${household ? placeWords(household) : ''}：${toldWords({ ...note, no: note.projectNo })}。请对着照片核对。`,
      pictures: photo ? [Buffer.from(photo.base64, 'base64')] : [],
      ...(note.state === 'pending' && note.enteredById !== member.id && { card }),
    };
  },
});
