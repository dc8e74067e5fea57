import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldsOf, type NoticeName, type Values } from '../../src/publish/notice/notice-fields.js';
import { fill, readTemplates } from '../../src/publish/templates.js';

const source = readFileSync('templates/notices.txt', 'utf8');
const promise = '不公布未参与名单。';

/** Notices in which residents are asked for money, or told of it (docs/domain.md 18). */
const voluntary: readonly NoticeName[] = [
  '方案公示',
  '决定生效认筹',
  '开始收款',
  '资金到位',
  '认筹有缺口',
  '认到最低额',
  '缺口补上',
  '认筹作罢',
  '认筹未达标',
  '资金公示',
  '月度收支',
];

test.each(voluntary)('%s says that it is voluntary and that nobody is listed who did not take part', name => {
  const lines = readTemplates(source).get(name) ?? [];

  expect(lines.at(-1)).toBe(`自愿参与，付款前可撤回；${promise}`);
});

test.each(Object.keys(fieldsOf) as NoticeName[])(
  '%s uses every field it is given, and each line can be left out',
  name => {
    const lines = readTemplates(source).get(name) ?? [];
    const fields: readonly string[] = fieldsOf[name];
    for (const field of fields) expect(lines.join('\n'), field).toMatch(new RegExp(`\\{${field}\\??\\}`, 'u'));
    const full = Object.fromEntries(fields.map(field => [field, `〔${field}〕`])) as Values<typeof name>;
    const empty = Object.fromEntries(fields.map(field => [field, null])) as Values<typeof name>;

    expect(fill(name, full)).not.toMatch(/[{}]/);
    for (const field of fields) expect(fill(name, full)).toContain(`〔${field}〕`);
    expect(fill(name, empty)).not.toMatch(/[{}]|null|undefined/);
  },
);

test.each(Object.keys(fieldsOf) as NoticeName[])(
  '%s with any one field missing has no line that speaks of nothing',
  name => {
    const lines = readTemplates(source).get(name) ?? [];
    const fields: readonly string[] = fieldsOf[name];
    for (const gone of fields) {
      const values = Object.fromEntries(fields.map(field => [field, field === gone ? '' : `〔${field}〕`]));
      const told = fill(name, values as Values<typeof name>);

      for (const line of lines) {
        const field = new RegExp(`\\{${gone}(\\??)\\}`, 'u').exec(line);
        if (!field) continue;
        const standing = line.replaceAll(/\{([^{}?]+)\??\}/gu, (_, one: string) => (one === gone ? '' : `〔${one}〕`));
        if (field[1] === '') expect(told.split('\n'), `${gone}: ${line}`).not.toContain(standing);
        // What may be missing has no label before it and no unit behind it that would stand alone.
        else
          expect(line, gone).not.toMatch(
            new RegExp(`(?:：|^)\\{${gone}\\?\\}(?:$|[张户人天笔个元号％%])|：\\{${gone}\\?\\}(?!\\{)`, 'u'),
          );
      }
      expect(told, gone).not.toMatch(/：(?:$|[，。；、｜])|[，、]{2}|^[，。；、｜]|｜$/mu);
    }
  },
);

test.each([
  ['[没有这个公示]\n字', 'there is no notice'],
  ['[落款]\n{没有的}', 'has no {没有的}'],
  ['字\n[落款]', 'words before the first'],
  ['[落款]\n有疑问找楼长', 'is missing'],
])('a template file that is not right stops the start: %j', (words, said) => {
  expect(() => readTemplates(words)).toThrow(said);
});

test('words may be changed without the program: what the file says is what is told', () => {
  const changed = readTemplates(
    source.replace('有异议请在这之前', '').replace('**【表决提醒】{编号}号** {事项}', '大家快投票：{事项}'),
  );

  expect(changed.get('表决提醒')?.[0]).toBe('大家快投票：{事项}');
});
