import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { readConfig } from '../../src/process/config.js';
import { start } from '../../src/process/start.js';
import { freePort } from './free-port.js';

/** The bot in trial mode on a port of its own, with a fresh database; stopped when the test ends. */
export async function aTrial(): Promise<{ readonly base: string; readonly databaseUrl: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-trial-'));
  const port = await freePort();
  const databaseUrl = `sqlite:${join(folder, 'trial.sqlite')}`;
  const config = readConfig({ PORT: String(port), DATABASE_URL: databaseUrl, TRIAL: '1' });
  const stop = await start(config, pino({ level: 'error' }));
  onTestFinished(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { base: `http://127.0.0.1:${port}`, databaseUrl };
}

/** On a slow machine a move of the clock alone takes a minute. */
const patience = { timeout: 150_000 };

/** A person at the simulator's page, who may play anybody. */
export class Player {
  private playing = '';

  constructor(
    private readonly page: Page,
    /** Where pictures of the page are kept. */
    private readonly pictures: string,
  ) {
    mkdirSync(pictures, { recursive: true });
    page.setDefaultTimeout(patience.timeout);
  }

  async plays(userid: string): Promise<void> {
    if (this.playing === userid) return;
    await this.page.locator(`[data-person="${userid}"]`).click();
    this.playing = userid;
  }

  /** Sends a picture alone, in private, past the page's own form. */
  async sends(userid: string, image: string): Promise<void> {
    const saying = { userid, chat: 'single', text: '', images: [image] };
    await this.page.request.post(new URL('/simulator/say', this.page.url()).href, { ...patience, data: saying });
  }

  /** Somebody else says something in the group, past the page's own form; the page shows it like everything else. */
  async hearsOf(userid: string, text: string): Promise<void> {
    const saying = { userid, chat: 'group', text };
    const said = await this.page.request.post(new URL('/simulator/say', this.page.url()).href, {
      ...patience,
      data: saying,
    });
    expect(said.status(), text).toBe(200);
  }

  /** Takes up the phone of somebody with personal WeChat. */
  async holds(id: string): Promise<void> {
    await this.phone.locator('select').selectOption(id);
  }

  /** Scans the card at the door of that home, and reads what 客服 asks. */
  async scansCard(id: string): Promise<string> {
    await this.holds(id);
    return this.hearsKefu(() => this.phone.getByRole('button', { name: '扫家门口的绑定卡' }).click());
  }

  async saysToKefu(text: string): Promise<string> {
    await this.phone.locator('textarea').fill(text);
    return this.hearsKefu(() => this.phone.locator('.send').click());
  }

  /** Taps the newest row of that name, or the oldest. */
  async tapsRow(words: string, which: 'first' | 'last' = 'last'): Promise<string> {
    return this.hearsKefu(() => this.phone.getByRole('button', { name: words, exact: true })[which]().click());
  }

  get phone(): Locator {
    return this.page.locator('#wechat');
  }

  private async hearsKefu(does: () => Promise<void>): Promise<string> {
    const answers = this.phone.locator('.message[data-kind="kefu"]');
    const before = await answers.count();
    await does();
    await answers.nth(before).waitFor();
    return answers.last().innerText();
  }

  /** Types in the group as one of the members, and reads what the bot answers. */
  async says(userid: string, text: string, chat: 'group' | 'single' = 'group'): Promise<string> {
    await this.plays(userid);
    const pane = this.page.locator(`section[data-chat="${chat}"]`);
    const answers = pane.locator('.message[data-kind="answer"]');
    const before = await answers.count();
    await pane.locator('textarea').fill(text);
    await pane.locator('.send').click();
    await answers.nth(before).waitFor();
    return answers.last().innerText();
  }

  /** Presses the newest card of the group that has this button; its title is then what the presser sees. */
  async presses(userid: string, button: string): Promise<string> {
    await this.plays(userid);
    const card = this.page.locator('section[data-chat="group"] .card').last();
    const title = card.locator('h4');
    const before = await title.innerText();
    await card.getByRole('button', { name: button, exact: true }).click();
    await expect.poll(() => title.innerText(), patience).not.toBe(before);
    return title.innerText();
  }

  /** Moves the clock by one of the page's buttons and waits until everything on the way has been done. */
  async moves(button: 'tomorrow18' | 'pollend'): Promise<void> {
    const done = this.page.waitForResponse(response => response.url().endsWith('/simulator/clock'));
    await this.page.locator(`[data-clock="${button}"]`).click();
    await done;
    await this.page.locator('[data-clock]:not([disabled])').first().waitFor();
  }

  /** Moves the clock on by some minutes, past the page's own buttons. */
  async movesBy(minutes: number): Promise<void> {
    const clock = new URL('/simulator/clock', this.page.url()).href;
    const { now } = (await (await this.page.request.get(clock)).json()) as { now: string };
    const to = new Date(new Date(now).getTime() + minutes * 60_000);
    await this.page.request.put(clock, { ...patience, data: { now: to.toISOString() } });
  }

  /** Taps a suggestion and waits until the next ones are there. */
  async follows(hint: Locator): Promise<void> {
    const before = await this.hints();
    await hint.tap();
    await expect.poll(() => this.hints(), patience).not.toBe(before);
    await expect.poll(() => this.page.locator('#guide .busy').count(), patience).toBe(0);
  }

  async hints(): Promise<string> {
    return this.page.locator('#guide').innerText();
  }

  /** The pushes that the group has been sent, oldest first. */
  async pushes(): Promise<string[]> {
    return this.page.locator('section[data-chat="group"] .message[data-kind="push"]').allInnerTexts();
  }

  async keeps(name: string): Promise<void> {
    await this.page.screenshot({ path: join(this.pictures, `${name}.png`) });
  }
}
