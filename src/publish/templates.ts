import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The notices that are worded in `templates/notices.txt`, with the fields that each may use. */
export const fieldsOf = {
  方案公示: [
    '编号',
    '项目名',
    '版本',
    '范围',
    '户数',
    '地点',
    '类别',
    '做法',
    '预算',
    '明细',
    '报价',
    '责任核查',
    '工期',
    '表决',
    '公示期',
  ],
  进度公示: ['编号', '项目名', '日期', '完成', '颜色', '原因', '进度条', '变化', '进展', '巡查', '节点', '下一步'],
  进度没有变化: ['编号', '项目名', '日期', '完成', '颜色', '天数', '下一步'],
  资金公示: ['编号', '项目名', '日期', '三个数', '变化', '来源', '已付', '笔数', '结余', '预算', '支出明细'],
  资金没有变化: ['编号', '项目名', '日期', '三个数', '已付', '结余'],
  决算公示: ['编号', '项目名', '日期', '预算', '实际', '差额', '三个数', '来源', '分项', '支出明细', '余款'],
  落款: ['编号'],
} as const;

export type NoticeName = keyof typeof fieldsOf;
type Values<N extends NoticeName> = { readonly [F in (typeof fieldsOf)[N][number]]: string | number | null };

/** Fields that hang on to the words before them: empty, they leave their line standing. */
const hanging: readonly string[] = ['版本', '地点', '类别', '预算'];

/**
 * The words of a notice with its fields filled in. A line that speaks of something which is not there is left out: null or an
 * empty text means “not there”. Values must have been made safe for markdown before.
 */
export function fill<N extends NoticeName>(name: N, values: Values<N>): string {
  const known: Readonly<Record<string, string | number | null>> = values;
  const lines = (texts.get(name) ?? []).flatMap(line => {
    const fields = [...line.matchAll(field)].map(([, one = '']) => one);
    const missing = fields.filter(one => (known[one] ?? '') === '');
    if (missing.some(one => !hanging.includes(one) || line === `{${one}}`)) return [];
    return [line.replaceAll(field, (_, one: string) => String(known[one] ?? ''))];
  });
  return lines.join('\n');
}

const field = /\{([^{}]+)\}/g;

/** Reads the file: `[name]`, then the lines of the notice. Unknown names and fields stop the start. */
export function readTemplates(source: string): Map<NoticeName, string[]> {
  const found = new Map<NoticeName, string[]>();
  let lines: string[] | null = null;
  for (const line of source.split(/\r?\n/)) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const name = /^\[(.+)\]$/.exec(line)?.[1];
    if (name !== undefined) {
      assert(Object.hasOwn(fieldsOf, name), `templates/notices.txt: there is no notice “${name}”`);
      lines = [];
      found.set(name as NoticeName, lines);
      continue;
    }
    assert(lines, 'templates/notices.txt: words before the first [name]');
    const [current = '进度公示'] = [...found.keys()].slice(-1);
    for (const [, one = ''] of line.matchAll(field))
      assert(
        (fieldsOf[current] as readonly string[]).includes(one),
        `templates/notices.txt: [${current}] has no {${one}}`,
      );
    lines.push(line);
  }
  for (const name of Object.keys(fieldsOf))
    assert(found.has(name as NoticeName), `templates/notices.txt: [${name}] is missing`);
  return found;
}

/** The folder beside `package.json`, from the sources and from what was built of them. */
function templatesFile(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, 'templates', 'notices.txt');
}

const texts = readTemplates(readFileSync(templatesFile(), 'utf8'));
