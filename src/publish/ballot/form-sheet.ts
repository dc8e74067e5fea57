import { formCodeWords, paperForms } from '../../domain/ballot/paper-form.js';
import { placeWords } from '../../domain/masking.js';
import type { Place } from '../../domain/label.js';
import type { FormCode } from '../../domain/ballot/paper-form.js';
import { drawCode, newPdf, printable } from '../pdf.js';
import { paints } from '../paints.js';

/** A4 in points. Body type is 26 pt, for eyes of seventy (docs/domain.md 16). */
const margin = 48;
const width = 595.28 - 2 * margin;

interface PrintedForm extends FormCode {
  readonly household: Place | null;
  readonly title: string;
  readonly question: string;
  readonly options: readonly string[] | null;
  readonly note?: string;
}

/** The forms for those without a phone, a page each, in large type: boxes or lines to fill in, and the code by which the page is known again. */
export async function formSheetPdf({
  place,
  forms,
  at,
}: {
  place: string;
  forms: readonly PrintedForm[];
  at: Date;
}): Promise<Buffer> {
  const { doc, done } = newPdf({ size: 'A4', margin, info: { Title: `${place} 纸质表`, CreationDate: at } });
  for (const [index, form] of forms.entries()) {
    if (index > 0) doc.addPage();
    writeForm(doc, place, form);
  }
  doc.end();
  return done;
}

function writeForm(doc: PDFKit.PDFDocument, place: string, form: PrintedForm): void {
  const { said, ask } = paperForms[form.form];
  const words = (text: string, size: number, font: 'regular' | 'bold' = 'regular'): void => {
    doc
      .font(font)
      .fontSize(size)
      .fillColor(paints.ink)
      .text(printable(doc, text), { width, lineGap: size * 0.35 });
  };
  const side = 104;
  // A card is kept at home: nobody photographs it to enter it.
  if (form.form !== 'card') drawCode(doc, formCodeWords(form), { x: margin + width - side, y: margin, side });
  doc.x = margin;
  doc.y = margin;
  doc
    .font('regular')
    .fontSize(14)
    .fillColor(paints.accent)
    .text(printable(doc, `${place} 众议众筹`), { width: width - side });
  words(`${form.title} ${said}`.trim(), 30, 'bold');
  doc.y = Math.max(doc.y, margin + side + 12);
  words(form.household ? `住户：${placeWords(form.household)}` : '住户：________________', 26);
  if (form.question !== '') words(form.question, 26, 'bold');
  words(ask, 26);
  for (const line of linesOf(form)) words(line, 34);
  if (form.form === 'card') return words(keepNote, 22);
  if (form.note !== undefined) words(form.note, 22, 'bold');
  words('签名：______________　日期：____月____日', 22);
  words('自愿填写，投什么、出不出钱都不影响您办别的事。填好交给楼长；楼长拍照录入，另一个人对着照片核对以后才算。', 20);
}

const keepNote =
  '没有手机、不会打字，都不要紧：打电话给楼长，或者填一张纸质表交给他。楼长会把您说的念一遍，您说“对”他才记。投票要您自己签名。急事先打119、120、110。';

/** What is ticked or filled in: 1, 2, 3 are the same as in chat and on the telephone. */
function linesOf({ form, options }: PrintedForm): string[] {
  const blank = '______________________';
  switch (form) {
    case 'vote':
      return (options ?? []).map((option, index) => `☐ ${index + 1} ${option}`);
    case 'card':
      return [
        ...(options ?? []).map((option, index) => `${index + 1} ${option}`),
        '对的说“是”，不对说“不是”',
        '楼长：____________',
        '电话：____________',
      ];
    case 'support':
      return ['☐ 1 附议'];
    case 'rating':
      return ['☐ 5 很好', '☐ 4 好', '☐ 3 一般', '☐ 2 差', '☐ 1 很差'];
    case 'pledge':
      return ['__________ 元', '（或者出工、出物：_________）'];
    case 'acceptance':
      return ['☐ 1 合格', '☐ 2 不合格，因为：', blank, blank];
    default:
      return [blank, blank, blank, blank];
  }
}
