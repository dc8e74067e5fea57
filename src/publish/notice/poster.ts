import { momentWords } from '../../domain/calendar.js';
import { checkCode } from '../../domain/notice/check-code.js';
import type { Disclosure, DisclosureKind } from '../../store/notice/disclosure.js';
import { bareWords } from './notice-texts.js';
import { paints } from '../paints.js';
import { drawCode, newPdf, printable } from '../pdf.js';

type Paper = 'a4' | 'a3';

export interface Sheet {
  readonly notice: Pick<Disclosure, 'no' | 'kind' | 'text' | 'at'>;
  /** `花园社区 花园一网格`. */
  readonly place: string;
  /** The page of the project, for the QR code. */
  readonly address: string;
  /** The way into 微信客服, for a code of its own; null where there is no such door. */
  readonly kfLink?: string | null;
  readonly paper: Paper;
}

/** In points on A4; A3 is the same sheet, larger by the square root of two. Body type is 20 pt, for eyes of seventy. */
const width = 595.28;
const height = 841.89;
const margin = 44;
const footHeight = 118;
const { ink, soft, accent } = paints;

/**
 * The sheet of a notice for the board (公示栏): the same words as in the group, large, with a QR code to the project's page and
 * the check code of docs/domain.md 5.1 at the foot of every page. The Chinese font is embedded, cut to the signs that are used.
 */
export async function posterPdf({ notice, place, address, kfLink = null, paper }: Sheet): Promise<Buffer> {
  const scale = paper === 'a3' ? Math.SQRT2 : 1;
  const { doc, done } = newPdf({
    size: paper === 'a3' ? 'A3' : 'A4',
    margins: { top: margin * scale, left: margin * scale, right: margin * scale, bottom: (footHeight + 12) * scale },
    bufferPages: true,
    displayTitle: true,
    info: { Title: `第${notice.no}号公示`, Author: place, CreationDate: notice.at },
  });
  writeWords(doc, notice.text, place, scale);
  writeSigners(doc, notice.kind, scale);
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    writeFoot(doc, { notice, place, address, kfLink, paper }, { page: page + 1, pages: count, scale });
  }
  doc.end();
  return done;
}

function writeWords(doc: PDFKit.PDFDocument, text: string, place: string, scale: number): void {
  const [head = '', ...lines] = bareWords(text).split('\n');
  doc
    .font('regular')
    .fontSize(16 * scale)
    .fillColor(accent);
  doc.text(`${place} 众议众筹公示栏`, { align: 'left' });
  doc
    .moveDown(0.3)
    .font('bold')
    .fontSize(30 * scale)
    .fillColor(ink);
  doc.text(printable(doc, head), { lineGap: 4 * scale });
  doc.moveDown(0.2);
  const y = doc.y;
  doc.rect(margin * scale, y, (width - 2 * margin) * scale, 3 * scale).fill(accent);
  doc.y = y + 14 * scale;
  doc
    .font('regular')
    .fontSize(20 * scale)
    .fillColor(ink);
  // One line of the sheet for each part of a line: what the group separates by ｜ is easier to find below one another.
  for (const line of lines.flatMap(each => each.split('｜')).map(each => each.trim())) {
    if (line !== '') doc.text(printable(doc, line), { lineGap: 6 * scale, paragraphGap: 5 * scale });
  }
}

/** Who signs a sheet before it hangs (docs/domain.md 5.2); notices that are not named here hang unsigned. */
const signers: Partial<Record<DisclosureKind, readonly string[]>> = {
  plan: ['项目负责人', '社区'],
  funds: ['会计', '出纳', '审批人', '监管小组', '监管小组'],
  statement: ['会计', '出纳', '审批人', '监管小组', '监管小组'],
  final: ['会计', '出纳', '审批人', '监管小组', '监管小组'],
  progress: ['项目负责人', '值班监管员'],
  acceptance: ['项目负责人', '监管小组', '监管小组'],
};

function writeSigners(doc: PDFKit.PDFDocument, kind: DisclosureKind, scale: number): void {
  const names = signers[kind];
  if (!names) return;
  doc
    .moveDown(0.6)
    .font('regular')
    .fontSize(16 * scale)
    .fillColor(ink);
  doc.text(names.map(name => `${name}：＿＿＿＿＿＿`).join('　'), { lineGap: 14 * scale });
}

function writeFoot(
  doc: PDFKit.PDFDocument,
  { notice, place, address, kfLink }: Sheet,
  { page, pages, scale }: { page: number; pages: number; scale: number },
): void {
  const top = (height - footHeight) * scale;
  const side = 84 * scale;
  const right = (width - margin) * scale;
  // What stands below the margin would otherwise begin a new page.
  doc.page.margins.bottom = 0;
  doc.rect(margin * scale, top, right - margin * scale, scale).fill(soft);
  drawCode(doc, address, { x: right - side, y: top + 12 * scale, side });
  if (kfLink) {
    drawCode(doc, kfLink, { x: right - 2.25 * side, y: top + 12 * scale, side });
    doc
      .font('regular')
      .fontSize(9 * scale)
      .fillColor(ink);
    const under = { y: top + 98 * scale, width: side, align: 'center', lineBreak: false } as const;
    doc.text('看账目和进度', right - side, under.y, under);
    doc.text('微信客服：投票认捐', right - 2.25 * side, under.y, under);
  }
  doc
    .fillColor(ink)
    .font('bold')
    .fontSize(18 * scale);
  doc.text(`第${notice.no}号公示 · 校验码 ${checkCode(notice)}`, margin * scale, top + 14 * scale, {
    lineBreak: false,
  });
  doc
    .fillColor(soft)
    .font('regular')
    .fontSize(12 * scale);
  const lines = [
    `${momentWords(notice.at)} ${place}${pages > 1 ? ` · 第${page}页，共${pages}页` : ''}`,
    '校验码和微信群里那一份一样，说明两边内容相同。',
    '扫码看全部账目和进度；有疑问找楼长或社区。',
  ];
  for (const [index, line] of lines.entries())
    doc.text(line, margin * scale, top + (40 + index * 19) * scale, { lineBreak: false });
}
