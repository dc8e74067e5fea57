import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { precedentFile } from '../../../src/domain/proposal/precedent-file.js';
import type { PrecedentFacts } from '../../../src/domain/proposal/precedent.js';
import { runGrid } from '../../../src/process/commands/grid.js';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

const lamps: PrecedentFacts = {
  category: 'lights',
  title: '3号楼东头装路灯',
  households: 118,
  costFen: 86_000,
  budgetFen: 300_000,
  stepDays: [3, 12, 20, null],
  objections: ['报价偏高'],
  endedOn: '2026-05-06',
  source: '/board/beixiang/1',
};

/** Another county's neighbourhood, and a way to hand its operator a file. */
async function anotherCounty() {
  const grid = await aNeighbourhood();
  const folder = mkdtempSync(join(tmpdir(), 'precedents-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'precedents.json');
  const learn = async (text: string, code: string) => {
    writeFileSync(path, text);
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    const status = await runGrid(grid.store, ['learn', path, code], { now: grid.now, print, tongue: 'zh' });
    return { status, said: lines.join('\n') };
  };
  return { grid, learn };
}

/** A file as somebody could make it up: sealed by the very rules. */
const made = (changes: Partial<PrecedentFacts>) => precedentFile([{ ...lamps, ...changes }], 'https://bot.example');

test('the ended matters of one county are found by another, with the page where they can be read', async () => {
  const { grid, learn } = await anotherCounty();
  const { text, code } = made({});

  expect(await learn(text, code)).toEqual({ status: 0, said: '收了1条案例，0条本来就有。' });
  expect((await learn(text, code)).said).toBe('收了0条案例，1条本来就有。');

  const answer = await grid.resident(40).says('案例 装路灯');
  expect(answer).toContain('[3号楼东头装路灯](https://bot.example/board/beixiang/1)（118户，2026年5月6日办成）');
  // What was learned is not handed on as one's own.
  const lines: string[] = [];
  await runGrid(grid.store, ['precedents', 'https://here.example'], {
    now: grid.now,
    print: line => void lines.push(line),
  });
  expect(JSON.parse(lines.join('\n'))).toMatchObject({ precedents: [] });
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('a file that was made up, changed, or speaks of few or of somebody is refused in a sentence, and nothing of it is kept', async () => {
  const { grid, learn } = await anotherCounty();
  const { text, code } = made({});
  const refused = [
    ['{"precedents":[]}', code, '这不是案例文件'],
    ['not json', code, '这不是案例文件'],
    [text.replace('86000', '96000'), code, '被改过'],
    [text, '0000000000000000', '校验码和文件不符'],
    [text, '', '校验码和文件不符'],
    [made({ households: 4 }).text, made({ households: 4 }).code, '不足五户'],
    [made({ title: '王大爷家装灯' }).text, made({ title: '王大爷家装灯' }).code, '写到了人'],
    [made({ objections: ['3单元502说太吵'] }).text, made({ objections: ['3单元502说太吵'] }).code, '写到了人'],
    [made({ title: '[点我](http://x)' }).text, made({ title: '[点我](http://x)' }).code, '写到了人'],
    [made({ source: 'javascript:alert(1)' }).text, made({ source: 'javascript:alert(1)' }).code, '这不是案例文件'],
  ] as const;

  for (const [file, given, said] of refused)
    expect(await learn(file, given), said).toEqual({ status: 1, said: expect.stringContaining(said) });

  expect(await grid.resident(40).says('案例 装路灯')).not.toContain('beixiang');
  expect(await grid.journal()).not.toContain('precedent.learn');
});
