import { expect, test } from 'vitest';
import { verify } from '../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { theProject } from '../support/works.js';

/** Somebody who taps what is on the card and types only what no card can know; both are counted. */
class Tapper {
  typed = 0;
  taps = 0;

  constructor(private readonly person: Person) {}

  async types(text: string): Promise<string> {
    this.typed += [...text].length;
    return this.person.says(text, { chat: 'single' });
  }

  /** Taps the first button that holds the words, turning over the pages of the card where there are several. */
  async tap(words: string): Promise<string> {
    for (let page = 0; page < 4; page += 1) {
      const buttons = this.person.last.card?.buttons ?? [];
      const button =
        buttons.find(({ text }) => text.includes(words)) ?? buttons.find(({ text }) => text === '看其余的');
      if (!button) break;
      this.taps += 1;
      const { text } = await this.person.presses(this.person.last.card, button.text, { chat: 'single' });
      if (button.text.includes(words)) return text;
    }
    throw new Error(`no button “${words}” under “${this.person.last.text}”`);
  }
}

async function aTopic(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await grid.resident(20).says('提案：更换老化的电力线路，预算2万元', { pictures: ['烧黑的线'] });
  for (const who of [21, 22, 23, 24]) await grid.resident(who).says('附议1号');
  return grid;
}

test('a secretary brings a plan with every part disclosed from the topic to its vote, by taps and at most 60 typed characters', async () => {
  const grid = await aTopic();
  const secretary = new Tapper(grid.role('grid_secretary'));
  const team = [40, 41, 42].map(who => grid.resident(who).name).join('、');

  await secretary.types('待办');
  await secretary.tap('确定选题');
  await secretary.tap('迫切需求类');
  await secretary.tap('定责任核查');
  await secretary.tap('6 ');
  await secretary.types('98年建，过保');
  await secretary.tap('定做法');
  await secretary.types('换电线');
  // The budget is what the proposal said, until lines are given; then the parts that need not be set.
  await secretary.tap('定资金来源');
  await secretary.types('居民2万元');
  await secretary.tap('定报价');
  await secretary.types('甲店2万元');
  await secretary.types('1号草稿');
  await secretary.tap('定每户');
  await secretary.types('户均');
  await secretary.tap('定监管小组');
  await secretary.types(team);
  await secretary.tap('定工期');
  await secretary.types('换线4月9日');
  await secretary.tap('公示');
  const read = await secretary.tap('是');

  expect(read).toContain('1号方案已公示');
  const [notice = ''] = (await grid.posts()).slice(-1);
  for (const words of [
    '做法：换电线',
    '居民众筹20,000元',
    '询价',
    '每户',
    '监管小组：',
    '工期：换线',
    '责任核查',
    '问题照片：1张',
  ])
    expect(notice).toContain(words);
  await grid.until('2026-03-12T10:00:00+08:00');
  await secretary.types('待办');
  await secretary.tap('发起表决');
  expect((await theProject(grid, 1)).state).toBe('voting');
  process.stdout.write(`secretary: ${secretary.typed} characters typed, ${secretary.taps} taps\n`);
  expect(secretary.typed).toBeLessThanOrEqual(60);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});
