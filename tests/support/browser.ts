import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** Debian's Chromium, or the one that CHROMIUM names. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export const hasChromium = existsSync(executablePath);
if (!hasChromium) {
  process.stderr.write(`\n*** SKIPPED: the browser tests. No Chromium at ${executablePath}; install it. ***\n\n`);
}

/** A browser that looks nothing up outside this machine, closed when the test ends. */
export async function aBrowser(): Promise<Browser> {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync'].map(what => `--disable-${what}`);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...quiet] });
  onTestFinished(() => browser.close());
  return browser;
}
