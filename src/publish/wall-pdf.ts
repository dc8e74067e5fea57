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
  for (const line of byUrgency(lines)) block(doc, line, at, { left: margin / scale, right: (width - margin) / scale });
  doc.end();
  return done;
}

function block(
  doc: PDFKit.PDFDocument,
  { grid, key }: WallLine,
  at: Date,
  { left, right }: { left: number; right: number },
): void {
  const room = right - left;
  const steps = key?.milestones.map(step => stepWords(step, at)).join('　｜　') ?? '';
  const needed = key ? 170 + doc.fontSize(18).heightOfString(steps || ' ', { width: room }) : 60;
  if (doc.y + needed > height - margin) doc.addPage();
  const top = doc.y + 4;
  doc.rect(left, top, room, 2).fill(paints.line);
  doc.fillColor(paints.ink).font('bold').fontSize(28);
  if (!key) {
    doc.fillColor(paints.red).text(`${grid.name}：${unset}`, left, top + 12);
    return;
  }
  const { verdict, project, percent, leader } = key;
  const { goal, baseline, deadline } = key.key;
  doc.text(printable(doc, `${grid.name}　${project.no}号 ${project.title}`), left, top + 12, {
    width: room - 320,
    height: 44,
    ellipsis: true,
  });
  const badge = right - 300;
  doc.roundedRect(badge, top + 12, 110, 42, 8).fill(paints[verdict.colour]);
  doc.fillColor('#ffffff').text(verdict.word, badge, top + 12, { width: 110, align: 'center', lineBreak: false });
  doc.fillColor(paints.ink).text(`完成${percent}%`, badge + 130, top + 12, { width: 170, lineBreak: false });
  doc.rect(left, top + 62, room, 14).fill(paints.track);
  if (percent > 0) doc.rect(left, top + 62, (room * percent) / 100, 14).fill(paints[verdict.colour]);
  doc
    .fillColor(paints.ink)
    .font('regular')
    .fontSize(20)
    .text(printable(doc, verdict.reason), left, top + 84, { width: room });
  doc.text(printable(doc, `目标：${goal}${baseline ? `　现状：${baseline}` : ''}`), { width: room });
  const money = moneyWords(key.receivedFen, project.budgetFen);
  doc.text(`期限：${dayWords(noonOf(deadline), at)}　牵头：${leader}　${money}`, { width: room });
  if (steps) doc.fontSize(18).fillColor(paints.soft).text(printable(doc, steps), { width: room });
  doc.moveDown(0.4);
}
