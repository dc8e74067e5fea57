import { dayWords, momentWords, noonOf } from '../../domain/calendar.js';
import type { WallLine } from '../../store/county/wall-chart.js';
import { paints } from '../paints.js';
import { newPdf, printable } from '../pdf.js';
import { byUrgency, moneyWords, milestoneWords, summary, unset, type WallView } from './wall-words.js';

/** A3 lying, in points. */
const width = 1190.55;
const height = 841.89;
const margin = 48;

/** The wall chart on A3, lying, for a real wall: two blocks in a row, the most urgent grid first; one grid alone fills the sheet. */
export async function wallPdf({ place, year, lines, at }: WallView): Promise<Buffer> {
  const title = `${place} ${year}年度攻坚项目`;
  const { doc, done } = newPdf({
    size: 'A3',
    layout: 'landscape',
    margins: { top: margin, left: margin, right: margin, bottom: margin },
    displayTitle: true,
    info: { Title: title, CreationDate: at },
  });
  doc.rect(0, 0, width, 96).fill(paints.accent);
  doc.fillColor('#ffffff').font('bold').fontSize(40).text(title, margin, 20, { lineBreak: false });
  doc.fillColor(paints.ink).font('regular').fontSize(20);
  doc.text(`${summary(lines)}。${momentWords(at)}。`, margin, 112, { width: width - 2 * margin });
  doc.moveDown(0.5);
  // One grid alone fills the sheet, to be read from further away.
  const scale = lines.length === 1 ? 1.7 : 1;
  doc.scale(scale);
  doc.y /= scale;
  const ordered = byUrgency(lines);
  if (scale > 1)
    for (const line of ordered) draw(doc, parted(doc, line, at, alone), { left: margin / scale, top: doc.y });
  else
    inPairs(
      doc,
      ordered.map(line => parted(doc, line, at, paired)),
    );
  doc.end();
  return done;
}

/** Two blocks side by side, row by row, the most urgent first; a row that no longer fits begins the next sheet. */
function inPairs(doc: PDFKit.PDFDocument, blocks: readonly Block[]): void {
  let top = doc.y;
  for (let index = 0; index < blocks.length; index += 2) {
    const row = blocks.slice(index, index + 2);
    const high = Math.max(...row.map(block => block.high));
    if (top + high > height - margin) {
      doc.addPage();
      top = margin;
    }
    for (const [place, block] of row.entries())
      draw(doc, block, { left: margin + place * (block.room + between), top });
    top += high + between / 2;
  }
}

interface Look {
  readonly room: number;
  /** What stands between two milestones. */
  readonly joint: string;
}

const between = 32;
const alone: Look = { room: (width - 2 * margin) / 1.7, joint: '\n' };
const paired: Look = { room: (width - 2 * margin - between) / 2, joint: '　｜　' };

/** What a block says, measured: `high` is the height that it takes. */
interface Block {
  readonly room: number;
  readonly title: string;
  readonly key: WallLine['key'];
  readonly texts: readonly { readonly text: string; readonly size: number; readonly paint: string }[];
  readonly titleHigh: number;
  readonly high: number;
}

const markHigh = 42;

function parted(doc: PDFKit.PDFDocument, { grid, key }: WallLine, at: Date, { room, joint }: Look): Block {
  const title = printable(
    doc,
    key ? `${grid.name}　${key.project.no}号 ${key.project.title}` : `${grid.name}：${unset}`,
  );
  const highOf = (font: string, size: number, text: string): number =>
    doc.font(font).fontSize(size).heightOfString(text, { width: room });
  const titleHigh = highOf('bold', 28, title);
  const texts = key ? textsOf(doc, key, at, { room, joint }) : [];
  const textsHigh = texts.reduce((sum, { size, text }) => sum + highOf('regular', size, text), 0);
  return { room, title, key, texts, titleHigh, high: 14 + titleHigh + (key ? 4 + markHigh + textsHigh : 0) + 8 };
}

function textsOf(
  doc: PDFKit.PDFDocument,
  key: NonNullable<WallLine['key']>,
  at: Date,
  { room, joint }: Look,
): Block['texts'] {
  const { goal, baseline, deadline } = key.key;
  const said = [
    key.verdict.reason,
    `目标：${goal}${baseline ? `　现状：${baseline}` : ''}`,
    `期限：${dayWords(noonOf(deadline), at)}　牵头：${key.leader}`,
    moneyWords(key.receivedFen, key.project.budgetFen),
  ].map(text => ({ text: printable(doc, text), size: 20, paint: paints.ink }));
  const each = key.milestones.map(step => printable(doc, milestoneWords(step, at)));
  const steps = inLines(doc, each, { room, joint }).join('\n');
  return steps === '' ? said : [...said, { text: steps, size: 18, paint: paints.soft }];
}

/** As many milestones in a line as fit, none of them broken. */
function inLines(doc: PDFKit.PDFDocument, steps: readonly string[], { room, joint }: Look): string[] {
  doc.font('regular').fontSize(18);
  const lines: string[] = [];
  for (const step of steps) {
    const longer = lines.length === 0 ? step : `${lines.at(-1)}${joint}${step}`;
    if (lines.length > 0 && (joint === '\n' || doc.widthOfString(longer) > room)) lines.push(step);
    else lines.splice(-1, 1, longer);
  }
  return lines;
}

function draw(doc: PDFKit.PDFDocument, block: Block, { left, top }: { left: number; top: number }): void {
  const { room, title, key, texts, titleHigh } = block;
  doc.rect(left, top + 4, room, 2).fill(paints.line);
  doc
    .fillColor(key ? paints.ink : paints.red)
    .font('bold')
    .fontSize(28);
  doc.text(title, left, top + 14, { width: room });
  if (!key) return;
  const { verdict, percent } = key;
  const y = top + 18 + titleHigh;
  doc.roundedRect(left, y, 90, 36, 8).fill(paints[verdict.colour]);
  doc.fillColor('#ffffff').fontSize(24);
  doc.text(verdict.word, left, y, { width: 90, align: 'center', lineBreak: false });
  doc.fillColor(paints.ink).text(`完成${percent}%`, left + 104, y, { width: 150, lineBreak: false });
  const bar = { x: left + 250, width: room - 250 };
  doc.rect(bar.x, y + 10, bar.width, 16).fill(paints.track);
  if (percent > 0) doc.rect(bar.x, y + 10, (bar.width * percent) / 100, 16).fill(paints[verdict.colour]);
  doc.font('regular');
  doc.y = y + markHigh;
  for (const { text, size, paint } of texts) {
    doc.fontSize(size).fillColor(paint);
    doc.text(text, left, doc.y, { width: room });
  }
}
