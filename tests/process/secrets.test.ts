import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encrypt, getSignature } from '@wecom/crypto';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { buildProgram } from '../../src/process/app.js';
import { readConfig } from '../../src/process/config.js';
import { splitPost } from '../../src/outbox/sender.js';
import { openStore } from '../../src/store/engine/open.js';
import { sample } from '../../src/trial/sample-grid.js';
import { seedTrial } from '../../src/trial/seed.js';

const secrets = {
  token: 'SecretToken4711',
  aesKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
  webhookKey: sample.webhookKey,
  responseCode: 'response-code-4712',
  password: 'password-4713',
};

test('nothing that the bot writes, posts or shows holds a key, a link with a code, or a member’s words', async () => {
  const now = new Date('2026-03-02T10:00:00+08:00');
  const written: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void written.push(line) });
  const config = readConfig({
    WECOM_TOKEN: secrets.token,
    WECOM_ENCODING_AES_KEY: secrets.aesKey,
    DATABASE_URL: 'sqlite::memory:',
  });
  const store = await openStore(ormconfig(config.databaseUrl), splitPost);
  await seedTrial(store, now);
  // WeChat Work fails in every way that would tempt a program to log the address.
  let calls = 0;
  const failing = (async (url: string) => {
    calls += 1;
    if (calls % 3 === 0) throw new TypeError(`fetch failed: ${url}`, { cause: { code: 'ECONNRESET' } });
    return new Response(calls % 3 === 1 ? '{"errcode":45009,"errmsg":"hint"}' : '<html>', { status: 200 });
  }) as typeof fetch;
  const program = await buildProgram({ config, store, log, now: () => now, fetch: failing });
  const server = createServer(program.app.callback());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await program.sender.sendDue();
    await new Promise(resolve => server.close(resolve));
    await store.dataSource.destroy();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let count = 0;
  const deliver = async (plain: string, token = secrets.token): Promise<void> => {
    count += 1;
    const timestamp = String(now.getTime() / 1000);
    const sealed = encrypt(secrets.aesKey, plain, '');
    const signature = getSignature(token, timestamp, `n${count}`, sealed);
    const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce: `n${count}` });
    const answer = await fetch(`${base}/wecom/callback?${query}`, {
      method: 'POST',
      body: JSON.stringify({ encrypt: sealed }),
    });
    written.push(await answer.text());
  };
  const says = (userid: string, content: string): Promise<void> =>
    deliver(
      JSON.stringify({
        msgid: `S-${count}`,
        chatid: sample.chatId,
        chattype: 'group',
        from: { userid },
        response_url: `https://qyapi.weixin.qq.com/cgi-bin/aibot/response?code=${secrets.responseCode}`,
        msgtype: 'text',
        text: { content: `@${sample.botName} ${content}` },
      }),
    );

  await says('r021', '提案：更换老化的电力线路，预算23.6万元');
  for (const userid of ['r022', 'r023', 'r024', 'r025']) await says(userid, '附议1号');
  await says('r002', '1号定为迫切需求类');
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await says('r002', said);
  await says('r002', '发布1号方案：更换全院电力线路，预算23.6万元');
  await says('r030', `我的密码是${secrets.password}`);
  await deliver('{"msgid": no json, "code": "response-code-4712"}');
  await deliver('{}', 'another-token');
  for (let round = 0; round < 4; round += 1) await program.sender.sendDue();
  for (const path of ['/board/' + sample.code, `/board/${sample.code}/1`, '/metrics', '/healthz']) {
    written.push(await (await fetch(`${base}${path}`)).text());
  }
  for (const { name } of await store.dataSource.query<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'table'`,
  )) {
    // The key has to be kept somewhere: in the row of its grid, and there alone.
    const rows = await store.dataSource.query<Record<string, unknown>[]>(`SELECT * FROM "${name}"`);
    written.push(JSON.stringify(rows.map(row => ({ ...row, webhookKey: undefined }))));
  }

  const all = written.join('\n');
  for (const [what, secret] of Object.entries(secrets)) expect(all.includes(secret), what).toBe(false);
  expect(written.length).toBeGreaterThan(30);
  expect(all).toContain('a post was not taken');
});

test('no source file prints the environment or a whole configuration', () => {
  const server = readFileSync(new URL('../../src/process/server.ts', import.meta.url), 'utf8');

  expect(server).not.toMatch(/log\.\w+\(\s*(config|process\.env)/);
});
