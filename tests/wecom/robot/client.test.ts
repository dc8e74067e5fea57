import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { createClient } from '../../../src/wecom/robot/client.js';
import { WeComError, errorKind } from '../../../src/wecom/errors.js';
import { fileName } from '../../../src/wecom/robot/media.js';
import { closed, listening } from '../../support/server.js';
import { media, setC } from '../vectors.js';

interface Received {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const key = 'SECRET-KEY-693a91f6';
const running: Server[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(closed));
});

function json(body: object) {
  return (response: ServerResponse) => response.end(JSON.stringify(body));
}

function file(hex: string) {
  return (response: ServerResponse) => response.end(Buffer.from(hex, 'hex'));
}

const ok = json({ errcode: 0, errmsg: 'ok' });

/** A stand-in for WeChat Work on a real port, and a client that talks to it. */
async function aWire(respond: (response: ServerResponse) => void = ok, timeoutMs = 5000) {
  const received: Received[] = [];
  const { server, base } = await listening(async (request, response) => {
    received.push({ url: request.url ?? '', headers: request.headers, body: await buffer(request) });
    respond(response);
  });
  running.push(server);
  return { base, received, client: createClient({ apiBase: `${base}/`, fetch, timeoutMs }) };
}

async function failure(call: Promise<unknown>): Promise<WeComError> {
  const error = await call.then(
    () => new Error('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WeComError)) throw error;
  expect(`${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(key);
  return error;
}

describe('a post to a group', () => {
  const image = Buffer.from('png');
  test.each([
    [
      { kind: 'markdown', text: '**好**' },
      { msgtype: 'markdown', markdown: { content: '**好**' } },
    ],
    [
      { kind: 'markdown_v2', text: '| a |' },
      { msgtype: 'markdown_v2', markdown_v2: { content: '| a |' } },
    ],
    [
      { kind: 'text', text: '开会' },
      { msgtype: 'text', text: { content: '开会' } },
    ],
    [
      { kind: 'text', text: '开会', mention: ['lin.wei', '@all'] },
      { msgtype: 'text', text: { content: '开会', mentioned_list: ['lin.wei', '@all'] } },
    ],
    [
      { kind: 'image', bytes: image },
      {
        msgtype: 'image',
        image: { base64: image.toString('base64'), md5: createHash('md5').update(image).digest('hex') },
      },
    ],
    [
      { kind: 'file', mediaId: 'MID' },
      { msgtype: 'file', file: { media_id: 'MID' } },
    ],
  ] as const)('of %j arrives as WeChat Work expects it', async (post, body) => {
    const { client, received } = await aWire();

    await client.sendWebhook(key, post);

    expect(received).toMatchObject([
      { url: `/cgi-bin/webhook/send?key=${key}`, headers: { 'content-type': 'application/json' } },
    ]);
    expect(JSON.parse(String(received[0]?.body))).toEqual(body);
  });

  test.each([
    ['bug', { kind: 'markdown', text: 'x'.repeat(4097) }],
    ['bug', { kind: 'markdown_v2', text: '一'.repeat(1366) }],
    ['bug', { kind: 'text', text: 'x'.repeat(2049) }],
    ['media', { kind: 'image', bytes: Buffer.alloc(2 * 1024 * 1024 + 1) }],
  ] as const)('over its limit is not sent at all: %s', async (kind, post) => {
    const { client, received } = await aWire();
    expect(await failure(client.sendWebhook(key, post))).toMatchObject({ kind, retryable: false });
    expect(received).toEqual([]);
  });

  test.each([
    [json({ errcode: 45009, errmsg: 'limit' }), 'rate', true],
    [json({ errcode: -1, errmsg: 'busy' }), 'transient', true],
    [json({ errcode: 93000, errmsg: `invalid webhook url ${key}` }), 'permanent-target', false],
    [json({ errcode: 40058, errmsg: 'too long' }), 'bug', false],
    [json({ errcode: 40123 }), 'media', false],
    [json({ errcode: 40007 }), 'media-id', false],
    [json({ errcode: 123456 }), 'bug', false],
    [(response: ServerResponse) => response.writeHead(502).end('busy'), 'transient', true],
    [(response: ServerResponse) => response.writeHead(429).end(), 'rate', true],
    [(response: ServerResponse) => response.writeHead(404).end(), 'bug', false],
    [(response: ServerResponse) => response.writeHead(302, { location: '/' }).end(), 'bug', false],
    [(response: ServerResponse) => response.end('<html>'), 'unknown', false],
    [(response: ServerResponse) => response.destroy(), 'unknown', false],
  ])('that fails says what to do about it (%#: %s)', async (respond, kind, retryable) => {
    const { client, received } = await aWire(respond);
    const call = client.sendWebhook(key, { kind: 'text', text: '好' });
    expect(await failure(call)).toMatchObject({ kind, retryable });
    expect(received).toHaveLength(1);
  });

  test('that got no answer in time has an unknown outcome', async () => {
    const { client } = await aWire(() => {}, 50);
    const call = client.sendWebhook(key, { kind: 'text', text: '好' });
    expect(await failure(call)).toMatchObject({ kind: 'unknown', retryable: false });
  });

  test('that found nobody listening may be tried again', async () => {
    const { server, base } = await listening(() => {});
    await closed(server);
    const client = createClient({ apiBase: base, fetch, timeoutMs: 5000 });
    const call = client.sendWebhook(key, { kind: 'text', text: '好' });
    expect(await failure(call)).toMatchObject({ kind: 'transient', retryable: true });
  });
});

describe('an upload', () => {
  const uploaded = json({ errcode: 0, errmsg: 'ok', type: 'file', media_id: 'MID', created_at: '1767225600' });

  test('is one part named media, with its name, length and type', async () => {
    const { client, received } = await aWire(uploaded);

    expect(await client.uploadMedia(key, '账"目\r\n.csv', Buffer.from('a,b\r\n1,2'))).toBe('MID');

    const { url, headers, body } = received[0] ?? { url: '', headers: {}, body: '' };
    expect(url).toBe(`/cgi-bin/webhook/upload_media?key=${key}&type=file`);
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(headers['content-type'] ?? '')?.[1];
    expect(String(body)).toBe(
      `--${boundary}\r\n` +
        'Content-Disposition: form-data; name="media"; filename="账%22目.csv"; filelength=8\r\n' +
        'Content-Type: application/octet-stream\r\n\r\n' +
        `a,b\r\n1,2\r\n--${boundary}--\r\n`,
    );
  });

  test('of a file that is too small or too large is not tried', async () => {
    const { client, received } = await aWire(uploaded);
    for (const length of [0, 5, 20 * 1024 * 1024 + 1]) {
      const call = client.uploadMedia(key, 'a.txt', Buffer.alloc(length));
      expect(await failure(call)).toMatchObject({ kind: 'media' });
    }
    expect(received).toEqual([]);
  });

  test('may be tried again when its outcome is unknown', async () => {
    const { client } = await aWire(response => response.destroy());
    const call = client.uploadMedia(key, 'a.txt', Buffer.alloc(8));
    expect(await failure(call)).toMatchObject({ kind: 'unknown', retryable: true });
  });
});

describe('an answer by response url', () => {
  const path = '/cgi-bin/aibot/response?response_code=RC1';

  test('is markdown, posted to the url exactly as it came', async () => {
    const { base, client, received } = await aWire(response => response.end());

    await client.answerByUrl(`${base}${path}`, '**好**<think>');

    expect(received.map(({ url, body }) => [url, JSON.parse(String(body))])).toEqual([
      [path, { msgtype: 'markdown', markdown: { content: '**好**＜think>' } }],
    ]);
  });

  test('is cut at 20480 bytes', async () => {
    const { base, client, received } = await aWire();
    await client.answerByUrl(`${base}${path}`, '一'.repeat(10_000));
    const { markdown } = JSON.parse(String(received[0]?.body)) as { markdown: { content: string } };
    expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(20_480);
  });

  test('is refused when WeChat Work says so, and never follows a redirect', async () => {
    const refusing = await aWire(json({ errcode: 40008, errmsg: 'invalid' }));
    expect(await failure(refusing.client.answerByUrl(`${refusing.base}${path}`, '好'))).toMatchObject({
      errcode: 40008,
    });

    const moving = await aWire(response => response.writeHead(307, { location: '/elsewhere' }).end());
    expect(await failure(moving.client.answerByUrl(`${moving.base}${path}`, '好'))).toMatchObject({ kind: 'bug' });
    expect(moving.received).toHaveLength(1);
  });

  test.each([
    'https://qyapi.weixin.qq.com.evil.example/r',
    'https://qyapi.weixin.qq.com@evil.example/r',
    'https://qyapi.weixin.qq.com:8443/r',
    'https://qyapi.weixin.qq.com',
    'http://qyapi.weixin.qq.com/r',
    'https://evil.example/https://qyapi.weixin.qq.com/r',
    '//qyapi.weixin.qq.com/r',
    '',
  ])('does not go to %j', async url => {
    const asked: string[] = [];
    const spy: typeof fetch = async input => {
      asked.push(String(input));
      return new Response('{}');
    };
    const client = createClient({ apiBase: 'https://qyapi.weixin.qq.com', fetch: spy, timeoutMs: 5000 });

    expect(await failure(client.answerByUrl(url, '好'))).toMatchObject({ kind: 'bug' });
    expect(asked).toEqual([]);
  });

  test('does not climb out of an API base that has a path', async () => {
    const { base } = await aWire();
    const client = createClient({ apiBase: `${base}/api`, fetch, timeoutMs: 5000 });
    expect(await failure(client.answerByUrl(`${base}/api/../admin`, '好'))).toMatchObject({ kind: 'bug' });
  });
});

describe('what a member sent', () => {
  const limits = { encodingAesKey: setC.encodingAesKey, maxBytes: 1024, allowedHosts: ['127.0.0.1'] };
  const [first, second] = media.files;

  test('is downloaded, decrypted and named', async () => {
    const { base, client } = await aWire(response => {
      response.setHeader('content-disposition', "attachment; filename=a.bin; filename*=UTF-8''%E8%B4%A6%E7%9B%AE.csv");
      file(second.hex)(response);
    });
    const { bytes, name } = await client.fetchMedia({ url: `${base}/f?sig=1` }, limits);
    expect([String(bytes), name]).toEqual([second.bytes, '账目.csv']);
  });

  test('over the long connection is decrypted with the key of its own link', async () => {
    const { base, client } = await aWire(file(first.hex));
    const other = { ...limits, encodingAesKey: 'A'.repeat(43) };
    const { bytes } = await client.fetchMedia({ url: `${base}/f`, aesKey: media.aesKey }, other);
    expect(String(bytes)).toBe(first.bytes);
  });

  test.each([
    ['decrypted with another key', file(first.hex), { ...limits, encodingAesKey: 'A'.repeat(43) }],
    ['larger than allowed', file(first.hex), { ...limits, maxBytes: 22 }],
    ['endless', (response: ServerResponse) => response.end(Buffer.alloc(1_000_000)), limits],
    ['expired', (response: ServerResponse) => response.writeHead(403).end(), limits],
    ['moved elsewhere', (response: ServerResponse) => response.writeHead(302, { location: 'http://x/' }).end(), limits],
    ['empty', (response: ServerResponse) => response.end(), limits],
    ['on another host', file(first.hex), { ...limits, allowedHosts: ['27.0.0.1', '.qpic.cn'] }],
  ])('and is %s cannot be used', async (_, respond, some) => {
    const { base, client } = await aWire(respond);
    expect(await failure(client.fetchMedia({ url: `${base}/f` }, some))).toMatchObject({
      kind: 'media',
      retryable: false,
    });
  });

  test.each(['file:///etc/passwd', 'nonsense', 'ftp://127.0.0.1/x'])('is not looked for at %s', async url => {
    const { client } = await aWire();
    expect(await failure(client.fetchMedia({ url }, limits))).toMatchObject({ kind: 'media' });
  });

  test('may be fetched again after a broken download', async () => {
    const { base, client } = await aWire(response => response.destroy());
    expect(await failure(client.fetchMedia({ url: `${base}/f` }, limits))).toMatchObject({ retryable: true });
  });

  test.each([
    ["attachment; filename*=UTF-8''%E8%B4%A6.csv; filename=x.csv", '账.csv'],
    ['attachment; filename="../../etc/pass wd"', 'pass wd'],
    ['attachment; filename="C:\\temp\\a.txt"', 'a.txt'],
    ['attachment; filename=plain.txt; size=3', 'plain.txt'],
    [`attachment; filename="${Buffer.from('账目.csv').toString('latin1')}"`, '账目.csv'],
    ["attachment; filename*=UTF-8''%E8%B4; filename=x.csv", 'x.csv'],
    ['attachment', undefined],
    ['', undefined],
  ])('under %j is called %j', (disposition, name) => {
    expect(fileName(disposition)).toBe(name);
  });
});

test.each([
  [[-1, 6000, 45033], 'transient'],
  [[45009], 'rate'],
  [[40014, 42001], 'token'],
  [[40001, 40013, 40091, 40056, 48002, 50001, 50002, 50003, 60011, 60020, 60021, 301002, 853000], 'credentials'],
  [[40008, 40033, 40035, 40058, 41001, 44001, 44004, 45002, 45008, 45034, 42015, 42020, 99999], 'bug'],
  [[42014], 'card-id'],
  // Each field of a card that may be refused (docs/wecom-doors.md 25).
  [
    [
      42027, 42031, 42035, 42037, 42038, 42039, 42040, 42041, 42042, 42043, 42044, 42045, 42046, 42047, 42049, 42050,
      42051,
    ],
    'card',
  ],
  [[42015, 42016, 42020], 'bug'],
  [[42052], 'late'],
  // The ticket of a page's script (23.4), which no page of ours asks for.
  [[40093, 42012], 'bug'],
  [[80001], 'credentials'],
  [[40004, 40005, 40006, 40009, 40011, 40123, 45001, 45007, 301016, 301017], 'media'],
  [[40007], 'media-id'],
  [[40003, 46004, 60111, 81013, 82001], 'recipient'],
  [[40050, 86001, 86008, 86215, 86216, 90501, 93000, 93004, 93006, 93008], 'permanent-target'],
  [[40029, 42022], 'login'],
  // The app's doors (docs/wecom-doors.md 26.2): a code that is named by itself leaves the range that it lies in.
  [[41063, 41096], 'transient'],
  [[41094], 'rate'],
  [[41050, 41051, 41093], 'late'],
  [[48001, 48006, 48007, 92001, 95000, 95003, 95004, 95011, 95012, 95017, 95023], 'credentials'],
  [[95001, 95002, 95013, 95018, 95031], 'window'],
  [[40096, 84061, 92000], 'recipient'],
  [[84014, 84015, 42003], 'login'],
  [[95007, 50100], 'cursor'],
  [[846604, 846605, 846608, 846609], 'connection'],
])('the codes %j mean %s', (errcodes, kind) => {
  expect(errcodes.map(errorKind)).toEqual(errcodes.map(() => kind));
});
