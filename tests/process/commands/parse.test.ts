import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { parse } from '../../../src/process/commands/parse.js';
import { inTongue } from '../../../src/process/commands/tongue.js';
import { score } from '../../../src/process/commands/score.js';

const now = '2025-10-16T09:30:00+08:00';

async function parsed(words: readonly string[], input: string) {
  const answers: string[] = [];
  const complaints: string[] = [];
  const streams = {
    input: Readable.from([input]),
    print: (line: string) => answers.push(line),
    complain: (line: string) => complaints.push(line),
  };
  return { isWhole: await parse(words, streams), answers, complaints };
}

test('every line is answered with its id, intent, slots and confidence, in order', async () => {
  const lines = [
    { id: 'b', text: '@议事小助手 12号项目我出1.5万', now },
    { id: 'a', text: '同意', now },
  ];
  const { answers, isWhole } = await parsed([], `\uFEFF${lines.map(line => JSON.stringify(line)).join('\r\n')}\n`);

  expect(isWhole).toBe(true);
  expect(answers.map(line => JSON.parse(line) as unknown)).toEqual([
    { id: 'b', intent: 'pledge.money', slots: { amount: 1_500_000, no: 12 }, confidence: expect.any(Number) },
    { id: 'a', intent: 'poll.vote', slots: { choice: 'agree' }, confidence: expect.any(Number) },
  ]);
});

test('amounts and times are read alone', async () => {
  expect((await parsed(['amount'], '两百五\n几百\n\n$20\n')).answers).toEqual(
    ['25000', 'null', 'null', 'null'].map(fen => `{"amount":${fen}}`),
  );
  const times = ['明晚八点', '说不好'].map(text => JSON.stringify({ text, now })).join('\n');
  expect((await parsed(['time'], times)).answers).toEqual(['{"time":"2025-10-17T20:00+08:00"}', '{"time":null}']);
});

test('explain shows what decided, for a text in the command and for one on the input', async () => {
  for (const { answers } of [await parsed(['explain', '我出200元'], ''), await parsed(['explain'], '我出200元\n')]) {
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({
      normalised: '我出200元',
      segments: expect.arrayContaining(['我', '出']),
      intent: 'pledge.money',
      rule: 'read',
      readings: expect.arrayContaining([expect.objectContaining({ intent: 'pledge.money' })]),
      against: [],
    });
  }
});

test('a line that cannot be read is named and passed over', async () => {
  const { answers, complaints, isWhole } = await parsed(
    [],
    `{"id":"a"\n{"id":"b","text":"同意","now":"gestern"}\n{"id":"c","text":"同意","now":"${now}"}\n`,
  );

  expect(isWhole).toBe(false);
  expect(answers).toHaveLength(1);
  expect(complaints).toEqual([expect.stringMatching(/^Line 1 .*JSON/), expect.stringMatching(/^Line 2 .*now/)]);
});

test('an unknown mode and a missing file are said in a sentence', async () => {
  expect((await parsed(['amounts'], '')).complaints[0]).toContain('amounts');
  const complaints: string[] = [];
  expect(
    await score(
      ['/nowhere.jsonl'],
      () => undefined,
      inTongue(line => complaints.push(line), 'en'),
    ),
  ).toBe(false);
  expect(complaints[0]).toContain('/nowhere.jsonl');
});
