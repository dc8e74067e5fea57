import { buildingWords } from '../../domain/label.js';
import { drawCode, newPdf, printable } from '../pdf.js';

/** A4 in points. */
const width = 595.28;
const margin = 50;
const side = 330;

/**
 * The sheet for the door of a building: a code that brings whoever scans it into 微信客服, who is then asked only for entrance, room and
 * name. It is no key: it holds no code of a household, and a leader has to say yes (docs/wecom-doors.md 27.2).
 */
export async function doorSheetPdf(sheet: {
  readonly place: string;
  readonly building: string;
  readonly address: string;
  readonly at: Date;
}): Promise<Buffer> {
  const { place, building, address, at } = sheet;
  const title = `${buildingWords(building)}的邻居，用微信扫一扫`;
  const { doc, done } = newPdf({ size: 'A4', margin, displayTitle: true, info: { Title: title, CreationDate: at } });
  const across = { width: width - 2 * margin, align: 'center', lineGap: 8 } as const;
  doc
    .font('regular')
    .fontSize(20)
    .text(printable(doc, `${place} 众议众筹`), margin, margin, across);
  doc.moveDown(0.6).font('bold').fontSize(34).text(printable(doc, title), across);
  const top = doc.y + 24;
  drawCode(doc, address, { x: (width - side) / 2, y: top, side });
  doc.y = top + side + 28;
  for (const line of [
    '投票、认捐、提意见、看账，在微信里都能办。',
    '第一次来，照着问的说单元、房号和姓名，楼长核对后就绑定。',
    '不用微信的，请找楼长填纸票，一样算数。',
  ])
    doc
      .font('regular')
      .fontSize(22)
      .text(line, margin, doc.y, { ...across, paragraphGap: 8 });
  doc.end();
  return done;
}
