import { momentWords } from '../../domain/calendar.js';
import { placeWords } from '../../domain/masking.js';
import { codeLifeMs } from '../../domain/people/household-code.js';
import { cardAddress } from '../../domain/people/door-scene.js';
import type { Place } from '../../domain/label.js';
import { paints } from '../paints.js';
import { drawCode, newPdf, printable } from '../pdf.js';

/** A4 in points; eight cards a sheet, to be cut apart. */
const width = 595.28;
const height = 841.89;
const margin = 28;
const [columns, rows] = [2, 4];
const cardWidth = (width - 2 * margin) / columns;
const cardHeight = (height - 2 * margin) / rows;

interface HouseholdCard {
  readonly household: Place;
  readonly code: string;
}

/**
 * The cards of a building, one a household: a QR code that opens 微信客服 with the household's code, or holds the very words to send where
 * there is no such door, and the same words in large type.
 */
export async function cardSheetPdf({
  place,
  cards,
  kfLink,
  at,
}: {
  place: string;
  cards: readonly HouseholdCard[];
  kfLink: string | null;
  at: Date;
}): Promise<Buffer> {
  const { doc, done } = newPdf({
    size: 'A4',
    margin: 0,
    info: { Title: `${place} 住户绑定卡`, CreationDate: at },
  });
  for (const [index, card] of cards.entries()) {
    const spot = index % (columns * rows);
    if (spot === 0 && index > 0) doc.addPage();
    const [x, y] = [margin + (spot % columns) * cardWidth, margin + Math.floor(spot / columns) * cardHeight];
    writeCard(doc, { card, place, kfLink, at, x, y });
  }
  doc.end();
  return done;
}

function writeCard(
  doc: PDFKit.PDFDocument,
  {
    card,
    place,
    kfLink,
    at,
    x,
    y,
  }: { card: HouseholdCard; place: string; kfLink: string | null; at: Date; x: number; y: number },
): void {
  const words = `绑定码 ${card.code}`;
  const side = 92;
  const left = { width: cardWidth - side - 36, lineBreak: true };
  const until = momentWords(new Date(at.getTime() + codeLifeMs), at);
  doc
    .rect(x + 4, y + 4, cardWidth - 8, cardHeight - 8)
    .lineWidth(0.5)
    .strokeColor(paints.soft)
    .stroke();
  drawCode(doc, kfLink === null ? words : cardAddress(kfLink, card.code), {
    x: x + cardWidth - side - 14,
    y: y + 16,
    side,
  });
  doc
    .font('regular')
    .fontSize(10)
    .fillColor(paints.accent)
    .text(printable(doc, `${place} 众议众筹`), x + 14, y + 16, left);
  doc
    .font('bold')
    .fontSize(16)
    .fillColor(paints.ink)
    .text(printable(doc, placeWords(card.household)), { ...left });
  doc
    .font('bold')
    .fontSize(15)
    .text(card.code, x + 14, y + 84, left);
  const scan = kfLink === null ? '' : '用微信扫码，回答“是”就绑定。或者';
  const how = `${scan}在和“众议众筹”的私聊里发送：${words}。全家大人都能用，${until}前有效。这是您家的钥匙，请不要拍照转发。`;
  doc
    .font('regular')
    .fontSize(10)
    .text(printable(doc, how), x + 14, y + 122, { width: cardWidth - 28 });
}
