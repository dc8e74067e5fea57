import { mkdirSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkCode } from '../../../src/domain/notice/check-code.js';
import { posterPdf } from '../../../src/publish/notice/poster.js';

const at = new Date('2026-03-02T10:00:00+08:00');
const text =
  '**【方案公示】1号 更换主管道**\n范围：全网格118户｜地点：3号楼地下室｜迫切需求类\n做法：更换锈穿的供暖主管道120米，保修两年\n预算：36,000元，先由居民自愿认筹，奖补等资金到账后一并公示\n表决：一户一票，过半数的户参加、参加的户里过半数同意，就算通过\n公示期：3月2日（周一）至3月9日（周一）24:00｜有异议请在这之前发送“1号异议：……”，或找楼长、社区\n余款按实交比例退还；不足的不摊派，重新定方案。\n自愿参与，付款前可撤回；不公布未参与名单。';
const sheet = { place: '花园社区 花园一网格', address: 'https://bot.example.org/board/huayuan-1/1' };

const aPaper = async (paper: 'a4' | 'a3', words = text): Promise<Buffer> =>
  posterPdf({ notice: { no: 7, kind: 'plan', text: words, at }, ...sheet, paper });

/** What the streams of a PDF hold, unpacked. */
function streams(pdf: Buffer): string {
  const found: string[] = [];
  for (let from = 0; ;) {
    const start = pdf.indexOf('stream\n', from);
    if (start < 0) return found.join('\n');
    const end = pdf.indexOf('\nendstream', start);
    try {
      found.push(inflateSync(pdf.subarray(start + 7, end)).toString('latin1'));
    } catch {
      // A picture or a font that is not packed.
    }
    from = end + 10;
  }
}

test.each([
  ['a4', '[0 0 595.28 841.89]'],
  ['a3', '[0 0 841.89 1190.55]'],
] as const)('a poster on %s has the embedded Chinese font and one page', async (paper, box) => {
  const pdf = await aPaper(paper);

  const raw = pdf.toString('latin1');
  expect(raw.slice(0, 5)).toBe('%PDF-');
  expect(raw).toContain(box);
  expect(raw.match(/\/Type \/Page\n/g)).toHaveLength(1);
  expect(raw).toMatch(/\/FontFile[23]/);
  expect(raw).toContain('NotoSansSC');
  // The whole font has ten megabytes: only what is used goes along.
  expect(pdf.length).toBeLessThan(200_000);
  if (process.env['SCREENSHOTS']) {
    mkdirSync(process.env['SCREENSHOTS'], { recursive: true });
    writeFileSync(`${process.env['SCREENSHOTS']}/poster-${paper}.pdf`, pdf);
  }
});

test('a long notice goes on over pages, with the check code at the foot of each', async () => {
  const long = `${text}\n${'说明：管道走向和阀门位置。'.repeat(120)}`;

  const raw = (await aPaper('a4', long)).toString('latin1');

  expect((raw.match(/\/Type \/Page\n/g) ?? []).length).toBeGreaterThan(1);
});

test('signs that no font has do not stop the press', async () => {
  const pdf = await aPaper('a4', '**修路🚧**\n<@all> **救命** 👨‍👩‍👧 \u202E反');

  expect(streams(pdf).length).toBeGreaterThan(0);
  expect(checkCode({ no: 7, text })).toMatch(/^[0-9a-f]{8}$/);
});
