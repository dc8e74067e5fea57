import { describe, expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';

async function estate(): Promise<Neighbourhood> {
  return aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
}

const pictured = { pictures: ['heap'] } as const;

describe('a picture right behind a report', () => {
  test.each(['你看看都成啥样了', '就这样子', '看看这多脏', '如图', '现场照片', '拍了张给你们'])(
    'with “%s” belongs to that report',
    async words => {
      const person = (await estate()).resident(83);
      await person.says('4号楼的垃圾桶都溢出来了，臭死了');
      if (person.last.answers) await person.says('是');

      expect(await person.says(words, pictured)).toContain('报事1的照片收下了1张');
    },
  );

  test('keeps the report the last thing that was done: what is over then is that report', async () => {
    const person = (await estate()).resident(83);
    await person.says('4号楼的垃圾桶都溢出来了，臭死了');
    if (person.last.answers) await person.says('是');
    await person.says('你看看都成啥样了', pictured);

    expect(await person.says('哦刚有车来拉走了，没事了')).toContain('您是要撤回报事1');
  });

  test.each([
    ['早上好', '你看看都成啥样了'],
    ['4号楼的垃圾桶都溢出来了，臭死了', '楼道灯也坏了'],
  ])('behind “%s” a picture with “%s” is not taken for one of it', async (first, words) => {
    const person = (await estate()).resident(83);
    await person.says(first);

    expect(await person.says(words, pictured)).not.toContain('的照片收下了');
  });
});

describe('danger with a place is a report', () => {
  test.each([
    '楼道里堆了一堆纸壳子，二号楼三单元五楼，怕着火',
    '楼道里都是电动车电池，万一着火怎么办',
    '3号楼2单元楼梯扶手松了，老人容易摔断腿',
    '给报一下吧，沟边连个围挡都没有',
    '帮我报个事吧，我家门口那沟没围栏',
  ])('“%s”', async words => {
    const grid = await estate();
    const person = grid.resident(83);
    await person.says(words);
    if (person.last.answers) await person.says('是');

    expect(await grid.journal()).toContain('report.open');
  });

  test.each(['楼道着火了', '着火了！4号楼2单元三楼', '三楼冒黑烟了，我怕烧到我家'])(
    '“%s” hears the number first, and is not recorded',
    async words => {
      const grid = await estate();

      expect(await grid.resident(83).says(words)).toContain('打119');
      expect(await grid.journal()).not.toContain('report.open');
    },
  );

  test('what the news tell of elsewhere raises no alarm', async () => {
    const grid = await estate();

    expect(await grid.resident(83).says('电视上说外地充电棚着火了，吓人')).not.toContain('119');
  });
});
