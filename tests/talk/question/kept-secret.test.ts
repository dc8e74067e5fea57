import { describe, expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const single = { chat: 'single' } as const;

const grid = playedOnce(async (): Promise<Neighbourhood> => {
  const one = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(one, {
    title: '大门装人行门禁',
    state: 'pledging',
    planText: '照方案办',
    budgetFen: 5_000_000,
  });
  return one;
});

/** What the own home promised, and whether it is named, once all was said and a read-back was said yes to. */
async function promised(words: readonly string[]): Promise<string> {
  const estate = await grid();
  const person = estate.resident(83);
  for (const said of words) await person.says(said, single);
  if (/您是要/u.test(person.last.text)) await person.says('是', single);
  return estate.inUnit(async unit => {
    const { householdId } = await unit.members.view(person.userid);
    const project = await unit.projects.byNo(1);
    const { promisedFen } = await unit.ledger.standingOf(project?.id ?? 0, householdId ?? 0);
    const notes = await unit.ledger.notesOf(project?.id ?? 0, householdId ?? 0);
    return `${promisedFen / 100}${notes.some(({ unnamed }) => unnamed === 1) ? ' 不公开' : ''}`;
  });
}

describe('who does not want to be known is not named', () => {
  test.each([
    [['门禁那个我想出钱但不想让人知道', '三百']],
    [['1号我出钱', '三百，别让人知道']],
    [['1号我出钱', '三百', '别把我名挂出来']],
    [['1号我出三百，别让邻居知道']],
    [['门禁我悄悄捐三百']],
    [['门禁我出三百，不想声张']],
    [['1号我出钱', '别写我名字', '三百']],
  ])('%s', async words => {
    expect(await promised(words)).toBe('300 不公开');
  });

  test.each([[['1号我出三百']], [['1号我出三百', '群里会显示吗']]])(
    '%s is of a home that may be named',
    async words => {
      expect(await promised(words)).toBe('300');
    },
  );

  test.each(['群里会显示吗', '别人能看到不', '公示栏上会写我家吗'])(
    'beside the question “%s” is answered of the promise',
    async words => {
      const person = (await grid()).resident(83);
      await person.says('切，那出五十意思意思', single);
      await person.says('别把我名挂出来', single);

      const reply = await person.says(words, single);
      expect(reply).toContain('不公开您家');
      expect(reply).toContain('还没有记');
    },
  );
});
