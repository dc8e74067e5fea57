import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const fixedDay = pathToFileURL(resolve('dist/dev/bench/fixed-day.js')).href;
const saysTheTime =
  'console.log(new Date().toISOString(), new Date() - Date.now() < 1000, new Date(0) instanceof Date)';

test('for a bench, and for each process that it starts, it is the same Monday morning', () => {
  const startsAnother = `
    await import(${JSON.stringify(fixedDay)});
    const { execFileSync } = await import('node:child_process');
    ${saysTheTime};
    await new Promise(done => setTimeout(done, 20));
    process.stdout.write(execFileSync(process.execPath, ['-e', ${JSON.stringify(saysTheTime)}]));`;

  const said = execFileSync(process.execPath, ['--input-type=module', '-e', startsAnother], { encoding: 'utf8' });

  const [own = '', others = ''] = said.split('\n');
  expect(own).toMatch(/^2026-03-02T02:00:0\S+ true true$/u);
  expect(others).toMatch(/^2026-03-02T02:00:\S+ true true$/u);
  expect(others > own).toBe(true);
});
