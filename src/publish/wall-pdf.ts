import Pdf from 'pdfkit';
import { dayWords, momentWords } from '../domain/calendar.js';
import { noonOf } from '../domain/said-day.js';
import type { WallLine } from '../store/wall-chart.js';
import { fontFiles } from './fonts.js';
import { paints } from './picture-paper.js';
import { printable } from './poster.js';
import { byUrgency, moneyWords, stepWords, summary, unset, type WallView } from './wall-words.js';

/** A3 lying, in points. */
const width = 1190.55;
const height = 841.89;
const margin = 48;

/** The wall chart on A3, lying, for a real wall: a block for each grid, the most urgent first. */
export async function wallPdf({ place, year, lines, at }: WallView): Promise<Buffer> {
  const title = `${place} ${year}年度攻坚项目`;
  const doc = new Pdf({
    size: 'A3',
    layout: 'landscape',
    margins: { top: margin, left: margin, right: margin, bottom: margin },
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, CreationDate: at },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  doc.registerFont('regular', fontFiles.regular).registerFont('bold', fontFiles.bold);
  doc.rect(0, 0, width, 96).fill(paints.accent);
  doc.fillColor('#ffffff').font('bold').fontSize(40).text(title, margin, 20, { lineBreak: false });
  doc.fillColor(paints.ink).font('regular').fontSize(20);
  doc.text(`${summary(lines)}。${momentWords(at)}。`, margin, 112, { width: width - 2 * margin });
  doc.moveDown(0.5);
  // One grid alone fills the sheet, to be read from further away.
  const scale = lines.length === 1 ? 1.7 : 1;
  doc.scale(scale);
  doc.y /= scale;
  for (const line of byUrgency(lines))
    block(doc, line, at, { left: margin / scale, right: (width - margin) / scale, isAlone: scale > 1 });
  doc.end();
  return done;
}

function block(
  doc: PDFKit.PDFDocument,
  { grid, key }: WallLine,
  at: Date,
  { left, right, isAlone }: { left: number; right: number; isAlone: boolean },
): void {
  const room = right - left;
  const title = key ? `${grid.name}　${key.project.no}号 ${key.project.title}` : `${grid.name}：${unset}`;
  const each = key?.milestones.map(step => printable(doc, stepWords(step, at))) ?? [];
  const steps = each.join(isAlone ? '\n' : '　｜　');
  const heightOf = (text: string, size: number): number => doc.fontSize(size).heightOfString(text, { width: room });
  const needed = heightOf(title, 28) + (key ? 180 + heightOf(steps || ' ', 18) : 20);
  if (!isAlone && doc.y + needed > height - margin) doc.addPage();
  const top = doc.y + 4;
  doc.rect(left, top, room, 2).fill(paints.line);
  doc
    .fillColor(key ? paints.ink : paints.red)
    .font('bold')
    .fontSize(28)
    .text(printable(doc, title), left, top + 10, { width: room });
  if (!key) return;
  const { verdict, project, percent, leader } = key;
  const { goal, baseline, deadline } = key.key;
  const y = doc.y + 4;
  doc.roundedRect(left, y, 90, 36, 8).fill(paints[verdict.colour]);
  doc.fillColor('#ffffff').fontSize(24);
  doc.text(verdict.word, left, y, { width: 90, align: 'center', lineBreak: false });
  doc.fillColor(paints.ink).text(`完成${percent}%`, left + 104, y, { width: 150, lineBreak: false });
  const bar = { x: left + 250, width: room - 250 };
  doc.rect(bar.x, y + 10, bar.width, 16).fill(paints.track);
  if (percent > 0) doc.rect(bar.x, y + 10, (bar.width * percent) / 100, 16).fill(paints[verdict.colour]);
  doc.fillColor(paints.ink).font('regular').fontSize(20);
  doc.text(printable(doc, verdict.reason), left, y + 42, { width: room });
  doc.text(printable(doc, `目标：${goal}${baseline ? `　现状：${baseline}` : ''}`), { width: room });
  doc.text(`期限：${dayWords(noonOf(deadline), at)}　牵头：${leader}`, { width: room });
  doc.text(moneyWords(key.receivedFen, project.budgetFen), { width: room });
  if (steps) doc.fontSize(18).fillColor(paints.soft).text(steps, { width: room });
  doc.moveDown(0.4);
}
