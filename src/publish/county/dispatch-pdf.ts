import { momentWords } from '../../domain/calendar.js';
import type { Part } from './dispatch-words.js';
import { paints } from '../paints.js';
import { newPdf, printable } from '../pdf.js';

/** A4, in points. */
const width = 595.28;
const height = 841.89;
const margin = 40;
const room = width - 2 * margin;

/** The one page for a dispatch meeting; type becomes smaller where there is more to say, and what is over is counted. */
export async function dispatchPdf({
  place,
  parts,
  at,
}: {
  place: string;
  parts: readonly Part[];
  at: Date;
}): Promise<Buffer> {
  const { doc, done } = newPdf({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin },
    displayTitle: true,
    info: { Title: `${place} 调度一页纸`, CreationDate: at },
  });
  doc.font('bold').fontSize(26).fillColor(paints.accent).text(`${place} 调度一页纸`, { width: room });
  doc.font('regular').fontSize(12).fillColor(paints.soft).text(momentWords(at));
  const count = parts.reduce((sum, { lines }) => sum + lines.length + 1, 0);
  const size = count > 28 ? 10 : count > 18 ? 12 : 15;
  let left = count;
  doc.moveDown(0.5);
  if (parts.length === 0) doc.fontSize(size).fillColor(paints.ink).text('各项目正常，没有要调度的事。');
  for (const { head, lines } of parts) {
    for (const [index, line] of [`${head}（${lines.length}）`, ...lines].entries()) {
      doc.font(index === 0 ? 'bold' : 'regular').fontSize(index === 0 ? size + 3 : size);
      const words = printable(doc, index === 0 ? line : `□ ${line}`);
      if (doc.y + doc.heightOfString(words, { width: room }) > height - margin - 2 * size) continue;
      doc.fillColor(index === 0 ? paints.accent : paints.ink).text(words, { width: room, paragraphGap: size / 4 });
      left -= 1;
    }
  }
  if (left > 0)
    doc.font('regular').fontSize(10).fillColor(paints.soft).text(`还有${left}行写不下，在群里发送“调度”看全部。`);
  doc.end();
  return done;
}
