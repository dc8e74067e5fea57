import { type Token, type Tokens, lexer } from 'marked';
import { drawCode, newPdf, printable } from './pdf.js';
import { paints } from './paints.js';

/** A4 in points. Body type is 22 pt, for eyes of seventy (docs/domain.md 16). */
const [width, height, margin] = [595.28, 841.89, 44];
const inner = width - 2 * margin;
const size = 22;
const gap = 14;
const side = 104;

/** The residents' manual in large type, for the wall of the stairs: what one wants on the left, what to say on the right, and a code that opens all sayings. */
export async function manualPdf({
  manual,
  place,
  address,
  at,
}: {
  readonly manual: string;
  /** `花园社区 花园一网格`. */
  readonly place: string;
  /** Of the grid's page of help; null where nobody can open it yet. */
  readonly address: string | null;
  readonly at: Date;
}): Promise<Buffer> {
  const { doc, done } = newPdf({
    size: 'A4',
    margin,
    displayTitle: true,
    info: { Title: `${place} 居民手册`, CreationDate: at },
  });
  if (address) drawCode(doc, address, { x: width - margin - side, y: margin, side });
  doc.font('regular').fontSize(16).fillColor(paints.accent);
  doc.text(printable(doc, `${place} 众议众筹`), margin, margin, { width: inner - side });
  for (const token of lexer(manual)) writeBlock(doc, token);
  doc.end();
  return done;
}

function writeBlock(doc: PDFKit.PDFDocument, token: Token): void {
  switch (token.type) {
    case 'heading':
      return writeHeading(doc, token as Tokens.Heading);
    case 'paragraph':
      return writeRuns(doc, runsOf((token as Tokens.Paragraph).tokens));
    case 'list':
      for (const item of (token as Tokens.List).items)
        writeRuns(doc, [{ text: '· ', bold: false }, ...runsOf(item.tokens)]);
      return undefined;
    case 'table':
      for (const row of (token as Tokens.Table).rows) writeRow(doc, row);
      doc.y += gap;
      return undefined;
    default:
      return undefined;
  }
}

function writeHeading(doc: PDFKit.PDFDocument, { depth, tokens }: Tokens.Heading): void {
  const points = depth === 1 ? 40 : 30;
  // A heading stands over at least two lines of what it is about.
  newPageUnless(doc, points * 1.5 + 4 * size);
  doc
    .font('bold')
    .fontSize(points)
    .fillColor(depth === 1 ? paints.ink : paints.accent);
  doc.text(printable(doc, wordsOf(tokens)), margin, doc.y + (depth === 1 ? 8 : gap), {
    width: inner - (depth === 1 ? side : 0),
  });
  doc.y = depth === 1 ? Math.max(doc.y + gap, margin + side + gap) : doc.y + gap / 2;
}

/** What one wants, and beside it what to say. */
function writeRow(doc: PDFKit.PDFDocument, row: readonly Tokens.TableCell[]): void {
  const [left = '', right = ''] = row.map(({ tokens }) => printable(doc, wordsOf(tokens)));
  const cells = [
    { text: left, font: 'regular', x: margin, width: inner * 0.4 },
    { text: right, font: 'bold', x: margin + inner * 0.43, width: inner * 0.57 },
  ];
  const shape = { lineGap: size * 0.25 };
  doc.fontSize(size).fillColor(paints.ink);
  const high = Math.max(
    ...cells.map(({ text, font, ...at }) => doc.font(font).heightOfString(text, { ...at, ...shape })),
  );
  newPageUnless(doc, high + gap);
  const top = doc.y + gap / 2;
  doc
    .moveTo(margin, top - gap / 4)
    .lineTo(width - margin, top - gap / 4)
    .lineWidth(0.7)
    .strokeColor(paints.line)
    .stroke();
  for (const { text, font, x, ...at } of cells) doc.font(font).text(text, x, top, { ...at, ...shape });
  doc.y = top + high;
}

interface Run {
  readonly text: string;
  readonly bold: boolean;
}

function writeRuns(doc: PDFKit.PDFDocument, runs: readonly Run[]): void {
  const said = runs.filter(({ text }) => text !== '');
  if (said.length === 0) return;
  newPageUnless(doc, 2 * size);
  doc.x = margin;
  doc.fontSize(size).fillColor(paints.ink);
  for (const [index, { text, bold }] of said.entries()) {
    const shape = { width: inner, lineGap: size * 0.3, continued: index < said.length - 1 };
    doc.font(bold ? 'bold' : 'regular').text(printable(doc, text), shape);
  }
  doc.y += gap / 2;
}

/** Words in usual and bold type; a picture is left out, and of a link its words stand. */
function runsOf(tokens: readonly Token[] = [], bold = false): Run[] {
  return tokens.flatMap(token => {
    if (token.type === 'image') return [];
    const parts = (token as Tokens.Generic).tokens;
    if (parts) return runsOf(parts, bold || token.type === 'strong');
    // Lines of the file are one line of the sheet.
    return [{ text: ((token as Tokens.Text).text ?? '').replaceAll('\n', ''), bold }];
  });
}

function wordsOf(tokens: readonly Token[]): string {
  return runsOf(tokens)
    .map(({ text }) => text)
    .join('');
}

function newPageUnless(doc: PDFKit.PDFDocument, high: number): void {
  if (doc.y + high > height - margin) doc.addPage();
}
