import Pdf from 'pdfkit';
import QRCode from 'qrcode';
import { fontFiles } from './fonts.js';

/** An empty document with our fonts, `regular` and `bold`, cut to the signs that are used; `done` are its bytes once it has ended. */
export function newPdf(options: PDFKit.PDFDocumentOptions): { doc: PDFKit.PDFDocument; done: Promise<Buffer> } {
  const doc = new Pdf({ lang: 'zh-CN', ...options });
  const pieces: Buffer[] = [];
  doc.on('data', (piece: Buffer) => pieces.push(piece));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
  doc.registerFont('regular', fontFiles.regular).registerFont('bold', fontFiles.bold);
  return { doc, done };
}

/** A QR code as squares: sharp at any size, and black on white whatever the printer does with pictures. */
export function drawCode(
  doc: PDFKit.PDFDocument,
  words: string,
  { x, y, side }: { x: number; y: number; side: number },
): void {
  const { modules } = QRCode.create(words, { errorCorrectionLevel: 'M' });
  const cell = side / modules.size;
  doc.fillColor('#000000');
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * cell, y + row * cell, cell + 0.05, cell + 0.05);
    }
  }
  doc.fill();
}

/** Signs that the font does not have, such as emoji, are shown as □ rather than as nothing. */
export function printable(doc: PDFKit.PDFDocument, text: string): string {
  // The font as pdfkit has opened it; its types do not tell of it.
  const font = (Reflect.get(doc, '_font') as { font?: { hasGlyphForCodePoint(code: number): boolean } }).font;
  if (!font) return text;
  return [...text.replaceAll(/\u200D|\uFE0E|\uFE0F/gu, '')]
    .map(sign => (font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : '□'))
    .join('');
}
