import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/process/config.js';
import { createModel } from '../../src/process/model.js';

const asked = { system: '清单', text: '12号那个灯我家出两百' };
const right = '{"intent":"pledge.money","slots":{"no":"12号","amount":"两百"}}';

test('a model is asked by the protocol of OpenAI, and what it said is handed on', async () => {
  const stand = await aStandIn(respond => respond(200, completion(right)));
  const { ask, outcomes } = aModel(stand.address);

  expect(await ask(asked)).toBe(right);

  const [request] = stand.requests;
  expect(request).toMatchObject({
    model: 'small',
    temperature: 0,
    messages: [{ role: 'system' }, { content: asked.text }],
  });
  expect(outcomes).toEqual(['answered']);
});

test.each([
  ['429', 429, '{"error":{"message":"slow down"}}'],
  ['500', 500, 'oops'],
  ['an answer that is no JSON', 200, '<html>'],
  ['an answer without a choice', 200, '{"choices":[]}'],
])('%s is no opinion, and nobody is told why', async (_, status, body) => {
  const stand = await aStandIn(respond => respond(status, body));

  expect(await aModel(stand.address).ask(asked)).toBeNull();
  expect(stand.requests).toHaveLength(1);
});

test('a model that does not answer in time has no opinion', async () => {
  const stand = await aStandIn(() => undefined);
  const { ask, outcomes } = aModel(stand.address, { timeoutMs: 1 });

  expect(await ask(asked)).toBeNull();
  expect(outcomes).toEqual(['timeout']);
});

test('after five failures it is left alone for a minute', async () => {
  const stand = await aStandIn(respond => respond(500, 'oops'));
  const clock = { now: new Date('2026-03-02T10:00:00+08:00') };
  const { ask, outcomes } = aModel(stand.address, { now: () => clock.now });

  for (let time = 0; time < 7; time += 1) await ask(asked);
  clock.now = new Date('2026-03-02T10:01:00+08:00');
  await ask(asked);

  expect(stand.requests).toHaveLength(6);
  expect(outcomes.filter(outcome => outcome === 'breaker')).toHaveLength(2);
});

test('a budget that is used up is full again the next day', async () => {
  const stand = await aStandIn(respond => respond(200, completion(right)));
  const clock = { now: new Date('2026-03-02T10:00:00+08:00') };
  const { ask } = aModel(stand.address, { now: () => clock.now, callsADay: 1 });

  expect([await ask(asked), await ask(asked)]).toEqual([right, null]);
  clock.now = new Date('2026-03-03T10:00:00+08:00');
  expect(await ask(asked)).toBe(right);
});

test('no model is asked unless address and name are set, and a key is never printed', () => {
  const wecom = { WECOM_TOKEN: 'T', WECOM_ENCODING_AES_KEY: 'A'.repeat(43) };

  expect(readConfig(wecom).model).toBeNull();
  expect(readConfig({ ...wecom, LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'qwen' }).model).toEqual({
    baseUrl: 'http://127.0.0.1:11434/v1',
    apiKey: 'none',
    name: 'qwen',
    callsADay: 2000,
  });
  expect(() => readConfig({ ...wecom, LLM_MODEL: 'qwen' })).toThrow(ConfigError);
  expect(() => readConfig({ ...wecom, LLM_API_KEY: 'k'.repeat(600) })).toThrow(/600 characters/u);
});

function completion(content: string): string {
  return JSON.stringify({
    id: '1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content } }],
  });
}

function aModel(
  baseUrl: string,
  { callsADay = 100, now = () => new Date('2026-03-02T10:00:00+08:00'), timeoutMs = 5000 } = {},
) {
  const outcomes: string[] = [];
  const config = { baseUrl, apiKey: 'key', name: 'small', callsADay };
  const log = pino({ level: 'silent' });
  const ask = createModel({ config, now, log, onCall: outcome => outcomes.push(outcome), timeoutMs });
  return { ask, outcomes };
}

/** A server that takes chat completions and answers as it is told, or not at all. */
async function aStandIn(answer: (respond: (status: number, body: string) => void) => void) {
  const requests: unknown[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      requests.push(JSON.parse(Buffer.concat(parts).toString('utf8')));
      answer((status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { requests, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` };
}
