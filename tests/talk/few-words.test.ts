import { expect, test } from 'vitest';
import { verify } from '../../src/process/commands/verify.js';
import type { Reply } from '../../src/talk/reply.js';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { homeOf } from '../support/desk-story.js';
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

  /** The card that was shown last: it may be tapped later. */
  get card(): Reply['card'] {
    return this.person.last.card;
  }

  /** Goes back to an earlier card. */
  scrollsTo(card: Reply['card']): void {
    this.person.last = { text: '', ...(card && { card }) };
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

test('a secretary brings a project with everything disclosed from the topic to the archive, by taps and at most 60 typed characters', async () => {
  const grid = await aTopic();
  const secretary = new Tapper(grid.role('grid_secretary'));
  const names = team.map(who => grid.resident(who).name).join('、');

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
  await secretary.types(names);
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

  await othersVoteAndPay(grid);
  await secretary.types('待办');
  await secretary.tap('开工');
  await secretary.types('开工');
  // What all will read is read back.
  await secretary.tap('是');
  const { card } = secretary;
  await othersWork(grid);
  await secretary.types('待办');
  await secretary.tap('批准支出申请');
  await othersPay(grid);
  secretary.scrollsTo(card);
  await secretary.tap('报施工进度');
  await secretary.types('完成100%');
  await secretary.tap('是');
  await othersAccept(grid);

  expect((await theProject(grid, 1)).state).toBe('closed');
  process.stdout.write(`secretary: ${secretary.typed} characters typed, ${secretary.taps} taps\n`);
  expect(secretary.typed).toBeLessThanOrEqual(60);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

/** Of the neighbours so many vote for it, and so many of them pay as much each. */
const voting = [...sampleResidents().keys()].slice(0, 80);
const paying = voting.slice(20, 60);
const team = [40, 41, 42];

/** What somebody says when it is their turn; that it was taken is seen by what is answered. */
async function hears(person: Person, words: string, answer: string): Promise<void> {
  expect(await person.says(words, { chat: 'single' }), words).toContain(answer);
}

async function othersVoteAndPay(grid: Neighbourhood): Promise<void> {
  for (const who of voting) await grid.resident(who).says('1号同意');
  await grid.until('2026-04-01T10:00:00+08:00');
  for (const who of paying) await hears(grid.resident(who), '1号我出500元', '500元');
  for (const who of paying) await hears(grid.role('cashier'), `1号收到${homeOf(who)} 500元`, '500元');
  await hears(grid.role('bookkeeper'), '1号对账无误，共20000元', '对账完成');
}

async function othersWork(grid: Neighbourhood): Promise<void> {
  const leader = grid.role('building_leader');
  await grid.until('2026-04-09T10:00:00+08:00');
  await hears(grid.resident(team[0] ?? 0), '1号巡查：新线已固定，无安全隐患', '巡查已记');
  await hears(leader, '1号节点完成：换线', '换线');
  await hears(grid.resident(team[0] ?? 0), '1号节点验收：换线', '换线');
  await leader.sends('发票');
  await hears(leader, '1号申请支出20000元：电线和人工，付给宏达工程队', '支出申请1');
  await hears(grid.role('bookkeeper'), '核对申请1', '已核对');
}

async function othersPay(grid: Neighbourhood): Promise<void> {
  await hears(grid.role('community_secretary'), '批准申请1', '已批准');
  await hears(grid.resident(team[1] ?? 0), '申请1无异议', '申请1');
  await grid.until('2026-04-11T10:00:00+08:00');
  await hears(grid.role('cashier'), '付申请1', '20,000元');
}

async function othersAccept(grid: Neighbourhood): Promise<void> {
  for (const who of team) await hears(grid.resident(who), '1号项目验收合格', '验收合格');
  await hears(grid.resident(30), '给1号打5分', '5分');
  await grid.until('2026-05-12T10:00:00+08:00');
}
