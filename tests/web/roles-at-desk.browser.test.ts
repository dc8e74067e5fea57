import type { Browser, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { verify } from '../../src/process/commands/verify.js';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { aBrowser, hasChromium } from '../support/browser.js';
import { aDesk, deskLink } from '../support/desk.js';
import { homeOf } from '../support/desk-story.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';

/** Of 118 households so many vote in the chat, and so many pledge and pay, beside those who do it on the desk. */
const voting = 80;
const paying = 60;

/** Somebody at the desk on a phone: what is touched is a link, a field or a button that the pages offer. */
class Phone {
  private constructor(
    private readonly base: string,
    private readonly page: Page,
    private readonly who: Person,
  ) {}

  static async of(browser: Browser, base: string, who: Person): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
      javaScriptEnabled: false,
    });
    return new Phone(base, await context.newPage(), who);
  }

  /** A page of the desk; a session that is over, or was never begun, is begun by a fresh link of the bot. */
  private async reads(path: string): Promise<void> {
    const answer = await this.page.goto(this.base + path);
    if (answer?.status() !== 403) return;
    await this.page.goto(this.base + (await deskLink(this.who)));
    await this.taps(this.page.getByRole('button', { name: '进入办事台' }));
    await this.page.goto(this.base + path);
  }

  /** Touches what leads to another page, and waits for it. */
  private async taps(target: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), target.tap()]);
  }

  /** Home, and from there by the words of a link after another. */
  async goes(...links: readonly string[]): Promise<void> {
    await this.reads('/desk');
    for (const words of links) await this.taps(this.page.getByRole('link', { name: words }).first());
  }

  /** Opens the form of a deed where the home page, the matter, or else the list of all deeds leads to it. */
  async opens(deed: string): Promise<void> {
    for (const path of ['/desk', '/desk/1', '/desk/do']) {
      await this.reads(path);
      const link = this.page.locator(`a[href^="/desk/do/${deed}?"], a[href="/desk/do/${deed}"]`).first();
      if ((await link.count()) === 0) continue;
      // What is rarely wanted is folded away.
      for (const summary of await this.page.locator('summary').all())
        if (!(await link.isVisible())) await summary.tap();
      await this.taps(link);
      return;
    }
    throw new Error(`${deed} is offered nowhere`);
  }

  async fills(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.page.locator(`main [name="${name}"]`);
      if ((await this.page.locator(`main select[name="${name}"]`).count()) > 0) await field.selectOption(value);
      else if ((await field.first().getAttribute('type')) === 'radio')
        await this.page.locator(`main [name="${name}"][value="${value}"]`).check();
      else await field.fill(value);
    }
  }

  /** Picks photos where the page takes them. */
  async picks(...marks: readonly string[]): Promise<void> {
    const files = marks.map(mark => ({
      name: `${mark}.jpg`,
      mimeType: 'image/jpeg',
      buffer: Buffer.from(`\xff\xd8\xff${mark}`, 'latin1'),
    }));
    await this.page.locator('input[type=file]').setInputFiles(files);
  }

  async touches(button: string): Promise<string> {
    await this.taps(this.page.getByRole('button', { name: button, exact: true }).first());
    expect(await this.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    return ((await this.page.locator('main').textContent()) ?? '').replaceAll(/\s+/gu, ' ');
  }

  /** What the paper of a home says. */
  async ticks(home: string, choice: string): Promise<void> {
    const field = this.page.locator('fieldset').filter({ has: this.page.getByText(home, { exact: true }) });
    await field.getByLabel(choice).check();
  }

  /** From the form that is open to its answer: what was understood, with photos where it takes them, yes. */
  async confirms(...photos: readonly string[]): Promise<string> {
    const button = this.page.locator('main button.main');
    for (let times = 0; times < 4 && (await button.count()) > 0; times += 1) {
      if (photos.length > 0 && (await this.page.locator('input[type=file]').count()) > 0) await this.picks(...photos);
      await this.touches((await button.first().textContent())?.trim() ?? '');
    }
    const said = ((await this.page.locator('main').textContent()) ?? '').replaceAll(/\s+/gu, ' ');
    if ((await button.count()) > 0) throw new Error(`it was not done: ${said}`);
    return said;
  }

  /** A deed from its link to its answer: the form, what was understood, yes. */
  async does(
    deed: string,
    fields: Readonly<Record<string, string>> = {},
    { photos = [] }: { photos?: readonly string[] } = {},
  ): Promise<string> {
    await this.opens(deed);
    await this.fills(fields);
    return this.confirms(...photos);
  }
}

/** Who does it in the chat: not those who come to the desk, nor the homes whose papers are entered there. */
const others = [...sampleResidents().keys()].slice(20).filter(who => who !== 21 && who !== 22);

async function inTheChat(grid: Neighbourhood, words: string, count: number): Promise<void> {
  for (const who of others.slice(0, count)) await grid.resident(who).says(words);
}

test.runIf(hasChromium)(
  '118 households: resident, leader, cashier, bookkeeper, supervisor and organiser each do their part on the desk of a phone',
  async () => {
    const grid = await aNeighbourhood({ now: '2026-03-02T09:00:00+08:00' });
    let ms = 0;
    const base = await aDesk(grid, { clockMs: () => (ms += 1000) });
    const browser = await aBrowser();
    const at = (person: Person): Promise<Phone> => Phone.of(browser, base, person);
    const secretary = grid.role('grid_secretary');

    // A resident raises it with a picture, a neighbour seconds it.
    const voter = await at(grid.resident(21));
    const raised = await voter.does(
      'proposal.open',
      { title: '更换老化的电力线路', cost: '12万' },
      { photos: ['烧黑的线'] },
    );
    expect(raised).toContain('1号');
    expect(await (await at(grid.resident(22))).does('proposal.support')).toContain('附议');
    for (const who of [23, 24, 25]) await grid.resident(who).says('附议1号');
    for (const said of ['1号定为迫切需求类', '是', '1号责任核查', '6', '1998年建成，已过保修'])
      await secretary.says(said);
    await secretary.says('1号资金来源：居民61000元，奖补59000元（批文桓财2026-12号）');
    await secretary.says('1号工期：拆旧4月2日40%，换线4月10日60%');
    expect(await secretary.says('发布1号方案：更换全院电力线路，预算12万元')).toContain('120,000元');
    await grid.until('2026-03-10T09:00:00+08:00');

    // The leader opens the vote, notes what was handed over, and enters papers with one picture of the sheet.
    const leader = grid.role('building_leader');
    const leading = await at(leader);
    expect(await leading.does('poll.open', { deadline: '3天后' })).toContain('表决');
    await leading.goes('我的楼', '记送达');
    expect(await leading.confirms()).toContain('送达已记');
    await leading.goes('我的楼', '一次录一批纸票');
    for (const who of [7, 8, 9, 10]) await leading.ticks(homeOf(who), '同意');
    expect(await leading.confirms('签了名的汇总表')).toContain('4张纸票已登记');
    const worker = await at(grid.role('grid_worker'));
    for (let paper = 1; paper <= 4; paper += 1)
      expect(await worker.does('paper.check', { paper: String(paper), result: '一致' })).toContain('已计入');

    expect(await voter.does('poll.vote', { choice: '同意' })).toContain('投了同意');
    await inTheChat(grid, '1号同意', voting);
    await grid.until('2026-03-22T09:00:00+08:00');

    // Neighbours pledge, the cashier pastes what came in, the bookkeeper reconciles it.
    expect(await voter.does('pledge.money', { amount: '1000' })).toContain('1,000元');
    await inTheChat(grid, '1号我出1000元', paying);
    const cashier = await at(grid.role('cashier'));
    await cashier.goes('收款付款', '一次贴一批收款');
    await cashier.fills({ lines: [21, ...others.slice(0, paying)].map(who => `${homeOf(who)} 1000`).join('\n') });
    await cashier.touches('看读成了什么');
    expect(await cashier.touches('把勾上的记账')).toContain(`${paying + 1}`);
    expect(await cashier.does('funds.receive', { source: 'subsidy', amount: '59000' })).toContain('59,000元');
    const bookkeeper = await at(grid.role('bookkeeper'));
    expect(await bookkeeper.does('funds.reconcile')).toContain('对账完成');
    await grid.until('2026-04-02T09:00:00+08:00');

    // The works: the supervisor looks with a picture, the leader reports the step, it is accepted, and paid step by step.
    const supervisor = await at(grid.role('supervisor'));
    await secretary.says('1号进度：旧线已拆除，完成40%');
    const seen = { text: '旧线拆除干净，无安全隐患' };
    expect(await supervisor.does('inspection.report', seen, { photos: ['现场'] })).toContain('巡查已记');
    expect(await leading.does('schedule.reach', { no: '1', name: '拆旧' })).toContain('拆旧');
    expect(await supervisor.does('schedule.accept', { no: '1', name: '拆旧' })).toContain('拆旧');
    const purpose = { amount: '48000', purpose: '电缆及材料款，付给宏达工程队' };
    expect(await leading.does('spend.ask', purpose, { photos: ['发票'] })).toContain('支出申请1');
    expect(await bookkeeper.does('spend.check')).toContain('已核对');
    for (const office of ['grid_secretary', 'community_secretary'] as const)
      await grid.role(office).says('批准申请1', { chat: 'single' });
    expect(await supervisor.does('spend.clear')).toContain('申请1');
    await grid.until('2026-04-03T10:00:00+08:00');
    expect(await cashier.does('spend.pay')).toContain('48,000元');
    expect(await leading.does('schedule.reach', { no: '1', name: '换线' })).toContain('换线');
    expect(await supervisor.does('schedule.accept', { no: '1', name: '换线' })).toContain('换线');
    await secretary.says('1号进度：线路全部换完，完成100%');
    expect(await supervisor.does('project.accept', { result: 'pass' })).toContain('验收合格');
    for (const which of [1, 2]) await grid.role('supervisor', which).says('1号项目验收合格');
    expect(await voter.does('project.rate', { score: '5' })).toContain('5分');

    // An organiser calls neighbours to help, and a neighbour signs in by what stands behind the code.
    expect(await leading.does('service.open', { title: '周六清扫楼道' })).toContain('签到码');
    const [session] = await grid.inUnit(unit => unit.service.openSessions(grid.now));
    expect(await voter.does('service.checkin', { code: session?.code ?? '' })).toContain('签到成功');
    await grid.until('2026-04-30T10:00:00+08:00');

    expect((await grid.inUnit(unit => unit.projects.byNo(1)))?.settledAt).not.toBeNull();
    expect(await verify(grid.store, () => undefined)).toBe(true);
  },
  240_000,
);
