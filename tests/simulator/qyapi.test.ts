import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Stage, buttonCard, png, said } from './fake-bot.js';

const ok = { errcode: 0, errmsg: 'ok' };
const notice = {
  card_type: 'text_notice',
  main_title: { title: '好消息' },
  card_action: { type: 1, url: 'https://example.org' },
};

function pictured(bytes: Buffer, change: object = {}): object {
  const md5 = createHash('md5').update(bytes).digest('hex');
  return { msgtype: 'image', image: { base64: bytes.toString('base64'), md5, ...change } };
}

function articles(count: number): object {
  return {
    msgtype: 'news',
    news: { articles: Array.from({ length: count }, () => ({ title: '好', url: 'https://example.org' })) },
  };
}

const onePixel = Buffer.from(png);
onePixel.writeUInt32BE(1, 16);
onePixel.writeUInt32BE(1, 20);

test.each<[string, object, object]>([
  [
    'text',
    { msgtype: 'text', text: { content: 'a'.repeat(2048), mentioned_list: ['@all'] } },
    { dialect: 'text', mentions: ['@all'] },
  ],
  ['markdown', { msgtype: 'markdown', markdown: { content: 'a'.repeat(4096) } }, { dialect: 'markdown' }],
  [
    'markdown_v2',
    { msgtype: 'markdown_v2', markdown_v2: { content: '# 好' } },
    { dialect: 'markdown_v2', text: '# 好' },
  ],
  ['image', pictured(png), { pictures: [expect.any(String)] }],
  ['news', articles(8), { articles: Array.from({ length: 8 }, () => ({ title: '好', url: 'https://example.org' })) }],
  ['card', { msgtype: 'template_card', template_card: notice }, { card: notice }],
])('a webhook takes %s and the group sees it', async (_, body, shown) => {
  const stage = await Stage.open();

  expect(await stage.webhook(body)).toEqual({ status: 200, json: ok });
  expect(await stage.last()).toMatchObject({ chat: 'group:oak', content: { kind: 'push', ...shown } });
});

test.each<[number, string, object]>([
  [40008, 'an unknown type', { msgtype: 'stream', stream: {} }],
  [40008, 'no type', {}],
  [40008, 'a type of every object', { msgtype: 'constructor' }],
  [44004, 'no words', { msgtype: 'text', text: { content: '' } }],
  [44004, 'no markdown', { msgtype: 'markdown' }],
  [40058, '2049 bytes of text', { msgtype: 'text', text: { content: 'a'.repeat(2049) } }],
  [40058, '4097 bytes of markdown', { msgtype: 'markdown', markdown: { content: 'a'.repeat(4097) } }],
  [40058, '4098 bytes of Chinese', { msgtype: 'markdown_v2', markdown_v2: { content: '字'.repeat(1366) } }],
  [40123, 'no picture', { msgtype: 'image', image: {} }],
  [40123, 'another md5', pictured(png, { md5: '0'.repeat(32) })],
  [
    40123,
    'base64 with line breaks',
    pictured(png, { base64: `${png.toString('base64').slice(0, 20)}\n${png.toString('base64').slice(20)}` }),
  ],
  [40123, 'a GIF', pictured(Buffer.from('GIF89a……'))],
  [40123, 'one pixel', pictured(onePixel)],
  [40123, 'more than 2 MB', pictured(Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]))],
  [40058, 'no articles', articles(0)],
  [40058, 'nine articles', articles(9)],
  [40007, 'an unknown file', { msgtype: 'file', file: { media_id: 'x' } }],
  [40058, 'an interactive card', { msgtype: 'template_card', template_card: buttonCard() }],
  [40058, 'a card without action', { msgtype: 'template_card', template_card: { ...notice, card_action: undefined } }],
])('a webhook answers %i to %s, and the group sees the code', async (errcode, _, body) => {
  const stage = await Stage.open();

  const { status, json } = await stage.webhook(body);

  expect({ status, errcode: json['errcode'] }).toEqual({ status: 200, errcode });
  expect((await stage.last()).content).toMatchObject({ kind: 'fault', errcode });
});

test('an unknown key is answered with 93000', async () => {
  const stage = await Stage.open();
  const body = { msgtype: 'text', text: { content: '好' } };
  expect((await stage.webhook(body, 'nobody')).json['errcode']).toBe(93000);
  expect((await stage.webhook(body, '')).json['errcode']).toBe(93000);
});

test('the 21st post of a minute is refused; other keys and the next minute are free', async () => {
  const stage = await Stage.open();
  const body = { msgtype: 'text', text: { content: '好' } };
  const codes: unknown[] = [];
  for (let i = 0; i < 21; i += 1) codes.push((await stage.webhook(body)).json['errcode']);

  expect(codes).toEqual([...Array<number>(20).fill(0), 45009]);
  expect((await stage.last()).content).toMatchObject({ kind: 'fault', errcode: 45009 });
  expect((await stage.webhook(body, 'key-elm')).json['errcode']).toBe(0);
  stage.after(60_000);
  expect((await stage.webhook(body)).json['errcode']).toBe(0);
});

async function upload(
  stage: Stage,
  bytes: Buffer,
  { key = 'key-oak', type = 'file', field = 'media' } = {},
): Promise<Record<string, unknown>> {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)]), '决算.csv');
  const url = `${stage.base}/simulator/qyapi/cgi-bin/webhook/upload_media?key=${key}&type=${type}`;
  return (await (await fetch(url, { method: 'POST', body: form })).json()) as Record<string, unknown>;
}

test('a file is uploaded, posted and downloaded; only its own webhook may post it, for three days', async () => {
  const stage = await Stage.open();
  const bytes = Buffer.from('序号,金额\r\n--x\r\n1,100\r\n');

  const uploaded = await upload(stage, bytes);

  expect(uploaded).toEqual({ ...ok, type: 'file', media_id: expect.any(String), created_at: '1772330400' });
  const body = { msgtype: 'file', file: { media_id: uploaded['media_id'] } };
  expect((await stage.webhook(body)).json).toEqual(ok);
  const { content } = await stage.last();
  expect(content['file']).toEqual({
    name: '决算.csv',
    bytes: bytes.length,
    link: expect.stringContaining('/simulator/files/'),
  });
  const link = (content['file'] as { link: string }).link;
  expect(Buffer.from(await (await fetch(stage.base + link)).arrayBuffer())).toEqual(bytes);
  expect((await stage.webhook(body, 'key-elm')).json['errcode']).toBe(40007);
  stage.after(3 * 24 * 3_600_000 + 1);
  expect((await stage.webhook(body)).json['errcode']).toBe(40007);
});

test.each<[number, Buffer, object]>([
  [93000, Buffer.from('123456'), { key: 'nobody' }],
  [40004, Buffer.from('123456'), { type: 'film' }],
  [40006, Buffer.from('12345'), {}],
  [45001, Buffer.alloc(20 * 1024 * 1024 + 1), {}],
  [40005, Buffer.from('no voice'), { type: 'voice' }],
  [45001, Buffer.alloc(2 * 1024 * 1024 + 1), { type: 'voice' }],
  [41005, Buffer.from('123456'), { field: 'other' }],
])('an upload is refused with %i', async (errcode, bytes, more) => {
  expect((await upload(await Stage.open(), bytes, more))['errcode']).toBe(errcode);
});

/** Says something, and hands out the address for a later answer. */
async function ticket(stage: Stage, chat: 'group' | 'single'): Promise<(body: object) => Promise<unknown>> {
  await stage.say('lin.wei', '出一份报告', { chat });
  const url = stage.callbacks.at(-1)?.response_url ?? '';
  return async body => (await stage.post(url, body)).json['errcode'];
}

const later = (content: string): object => ({ msgtype: 'markdown', markdown: { content } });

test('a later answer by response_url is taken once, and quotes the message in a group', async () => {
  const stage = await Stage.open();
  const answer = await ticket(stage, 'group');

  expect(await answer(later('报告好了'))).toBe(0);
  expect(await answer(later('又好了'))).toBe(846605);
  expect((await stage.last()).content).toMatchObject({
    kind: 'answer',
    text: '报告好了',
    quote: { by: 'lin.wei', text: '@小账本 出一份报告' },
  });
});

test('a later answer is refused after an hour', async () => {
  const stage = await Stage.open();
  const [first, second] = [await ticket(stage, 'group'), await ticket(stage, 'group')];
  stage.after(3_600_000);
  expect(await first(later('刚好'))).toBe(0);
  stage.after(1);
  expect(await second(later('晚了'))).toBe(846604);
});

test.each<[number, object]>([
  [40008, {}],
  [40008, { response_type: 'update_template_card', template_card: buttonCard() }],
  [40008, { msgtype: 'text', text: { content: '好' } }],
  [44004, later('')],
  [40058, later('a'.repeat(20_481))],
  [40008, { msgtype: 'template_card', template_card: buttonCard() }],
])('a later answer in a group is refused with %i: %j', async (errcode, body) => {
  const stage = await Stage.open();
  const answer = await ticket(stage, 'group');

  expect(await answer(body)).toBe(errcode);
  expect((await stage.last()).content).toMatchObject({ kind: 'fault', errcode });
  expect(await answer(later('a'.repeat(20_480)))).toBe(0);
});

test('in private chat a card may follow, with a task id of its own', async () => {
  const stage = await Stage.open();
  const card = buttonCard();
  expect(await (await ticket(stage, 'single'))({ msgtype: 'template_card', template_card: card })).toBe(0);
  expect((await stage.last()).content).toMatchObject({ kind: 'answer', card: { task_id: card.task_id } });
  expect(await (await ticket(stage, 'single'))({ msgtype: 'template_card', template_card: card })).toBe(42014);
});

test('an unknown response code and an unknown address are refused', async () => {
  const stage = await Stage.open();
  expect(
    (await stage.post('/simulator/qyapi/cgi-bin/aibot/response?response_code=x', later('好'))).json['errcode'],
  ).toBe(846605);
  expect((await stage.post('/simulator/qyapi/cgi-bin/message/send', {})).json['errcode']).toBe(40066);
});

test('pushes arrive in an open page by themselves, and a page that was away gets what it missed', async () => {
  const stage = await Stage.open();
  stage.reply = () => said('好的');
  await stage.say('lin.wei', '你好');
  const page = stage.events();
  const seen: { event: string; id: string; data: unknown }[] = [];
  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) seen.push((await page.next()).value as (typeof seen)[number]);
  };
  await until(() => seen.at(-1)?.event === 'caught-up');
  const before = seen.findLast(({ event }) => event === 'entry')?.id ?? '';

  await stage.webhook({ msgtype: 'text', text: { content: '今天的进度' } });
  await until(() => seen.length === 5);

  expect(seen.map(({ event }) => event)).toEqual(['hello', 'entry', 'entry', 'caught-up', 'entry']);
  expect(seen[0]?.data).toMatchObject({ botName: '小账本', now: '2026-03-01T10:00:00.000+08:00' });
  expect(seen.at(-1)?.data).toMatchObject({ content: { kind: 'push', text: '今天的进度' } });

  await fetch(`${stage.base}/simulator/clock`, { method: 'PUT', body: '{"now":"2026-03-02T10:00:00Z"}' });
  await until(() => seen.at(-1)?.event === 'clock');
  stage.close();
  expect((await page.next()).done).toBe(true);

  const missed: string[] = [];
  for await (const { event, data } of stage.events(before)) {
    if (event === 'entry') missed.push((data as { content: { text: string } }).content.text);
    if (event === 'caught-up') break;
  }
  expect(missed).toEqual(['今天的进度']);
});

test('the desk is opened for whoever may be played, and for nobody else', async () => {
  const stage = await Stage.open({
    deskLink: userid => Promise.resolve(userid === 'he.fang' ? '/desk/login/once' : null),
  });

  const opened = await fetch(`${stage.base}/simulator/desk?userid=he.fang`, { redirect: 'manual' });
  expect([opened.status, opened.headers.get('location')]).toEqual([302, '/desk/login/once']);
  for (const query of ['?userid=nobody', ''])
    expect((await fetch(`${stage.base}/simulator/desk${query}`, { redirect: 'manual' })).status).toBe(404);
});

test('who may be played, the next hints and the end of the poll are there to ask for', async () => {
  const stage = await Stage.open();
  stage.hints = [{ press: true, who: 'he.fang', chat: 'group', button: '同意', about: 'poll-12', why: '投票' }];

  const guide = await (await fetch(`${stage.base}/simulator/guide`)).json();

  expect(guide).toEqual({ hints: stage.hints, pollEnd: '2026-03-04T18:00:00.000+08:00' });
  const { grids } = (await (await fetch(`${stage.base}/simulator/world`)).json()) as { grids: { code: string }[] };
  expect(grids.map(({ code }) => code)).toEqual(['oak', 'elm']);
});
