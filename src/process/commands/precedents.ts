import { readFileSync } from 'node:fs';
import { type PrecedentFault, precedentFile, readPrecedents } from '../../domain/proposal/precedent-file.js';
import { rulesAt } from '../../domain/rules.js';
import { isOfNobody } from '../../language/values/report-said.js';
import type { Store } from '../../store/engine/store.js';
import type { Print, Said } from './tongue.js';
import { Unusable } from './unusable.js';

const faults: Record<PrecedentFault, Said> = {
  notFile: {
    en: 'It is no file of precedents; take one that grid -- precedents made.',
    zh: '这不是案例文件，请用 grid -- precedents 导出的文件。',
  },
  changed: {
    en: 'The file was changed after it was made; ask its county for it again.',
    zh: '这个文件导出以后被改过，请向对方重新要一份。',
  },
  code: {
    en: 'The code is not that of this file; ask the county that made it by telephone: grid -- learn FILE CODE.',
    zh: '校验码和文件不符，请打电话问导出的县：grid -- learn 文件 校验码。',
  },
  small: {
    en: 'The file tells of a matter of fewer than five households; nothing was taken in.',
    zh: '文件里有不足五户的事，一条也没有收。',
  },
  person: {
    en: 'The file speaks of somebody, or of an unknown kind of matter; nothing was taken in.',
    zh: '文件里写到了人，或者有不认识的类别，一条也没有收。',
  },
};

/** Prints the ended matters of this record as a file, and the code that the other county asks for. */
export async function exportPrecedents(store: Store, url: string, print: Print): Promise<void> {
  if (!/^https?:\/\/[^\s/]+/u.test(url))
    throw new Unusable({
      en: 'precedents needs the public address of the board: grid -- precedents https://bot.example.',
      zh: '请写公示栏的网址：grid -- precedents https://bot.example。',
    });
  const all = await store.inUnit(async open => {
    const [grid] = await open.grids.all();
    // What came from another county is that county's to hand on.
    const own = grid ? await (await open.within(grid)).precedents.all() : [];
    return own.filter(({ source }) => source.startsWith('/'));
  });
  const { text, code } = precedentFile(all, url);
  print(text);
  process.stderr.write(`${code}\n`);
}

/** Takes the ended matters of another county in; those that are there already are left as they are. */
export async function learnPrecedents(
  store: Store,
  { file, code, now }: { file: string; code: string; now: Date },
  print: Print,
): Promise<void> {
  const read = readPrecedents(textOf(file), {
    code: code.toLowerCase(),
    least: rulesAt(now).breakdownMin,
    isOfNobody: words => isOfNobody(words, []),
  });
  if ('fault' in read) throw new Unusable(faults[read.fault]);
  const taken = await store.inUnit(async open => {
    const [grid] = await open.grids.all();
    if (!grid) throw new Unusable({ en: 'There is no grid yet; make one first.', zh: '还没有网格，请先新建。' });
    const unit = await open.within(grid);
    let count = 0;
    for (const facts of read.precedents) {
      if (await unit.precedents.has(facts.source)) continue;
      await unit.precedents.keep(facts);
      count += 1;
    }
    if (count > 0) unit.journal.add('precedent.learn', { by: 'operator', at: now, facts: { count, code } });
    return count;
  });
  const known = read.precedents.length - taken;
  print({
    en: `Took in ${taken} precedents; ${known} were there already.`,
    zh: `收了${taken}条案例，${known}条本来就有。`,
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Unusable({
      en: `The file ${JSON.stringify(file)} cannot be read.`,
      zh: `文件“${file}”打不开。`,
    });
  }
}
