import { expect, test } from 'vitest';
import { readConfig } from '../../src/process/config.js';

const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

test('with nothing set, the bot starts in trial mode on this machine alone', () => {
  expect(readConfig({})).toMatchObject({
    trial: true,
    trialSeed: true,
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: 'sqlite:data/trial.sqlite',
    publicUrl: 'http://127.0.0.1:3000',
    apiBase: 'http://127.0.0.1:3000/simulator/qyapi',
  });
});

test('with the id and secret of a bot set, it comes by the long connection; never by both doors at once', () => {
  const long = { WECOM_BOT_ID: 'AIB1', WECOM_BOT_SECRET: 'secret' };

  expect(readConfig(long)).toMatchObject({
    trial: false,
    connection: { botId: 'AIB1', secret: 'secret', url: 'wss://openws.work.weixin.qq.com' },
  });
  expect(() => readConfig({ ...long, WECOM_TOKEN: 'abc', WECOM_ENCODING_AES_KEY: key })).toThrow(/never by both/);
  expect(() => readConfig({ WECOM_BOT_ID: 'AIB1', WECOM_BOT_SECRET: 'se cret' })).toThrow(/^(?!.*se cret)/);
});

test('with the keys of a bot set, it is the real thing', () => {
  expect(readConfig({ WECOM_TOKEN: 'abc', WECOM_ENCODING_AES_KEY: key, PORT: '8080' })).toMatchObject({
    trial: false,
    host: '0.0.0.0',
    port: 8080,
    databaseUrl: 'sqlite:data/zhongyi.sqlite',
    apiBase: 'https://qyapi.weixin.qq.com',
  });
});

test('TRIAL=1 keeps the keys that are given, so that another program can post callbacks too', () => {
  const given = {
    TRIAL: '1',
    WECOM_TOKEN: 'abc',
    WECOM_ENCODING_AES_KEY: key,
    WECOM_API_BASE: 'http://127.0.0.1:9/',
    TRIAL_SEED: '0',
  };

  expect(readConfig(given)).toMatchObject({
    trial: true,
    trialSeed: false,
    token: 'abc',
    encodingAesKey: key,
    apiBase: 'http://127.0.0.1:9',
  });
});

test('keys made for a trial are of the form that WeChat Work gives out, and never the same twice', () => {
  const [one, other] = [readConfig({}), readConfig({})];

  expect(one.encodingAesKey).toMatch(/^[A-Za-z0-9]{43}$/);
  expect(one.token).not.toBe(other.token);
});

test.each([
  ['PORT', 'many', 'PORT: read "many"; accepted is a port from 0 to 65535.'],
  ['PORT', '70000', 'PORT: read "70000"; accepted is a port from 0 to 65535.'],
  [
    'DATABASE_URL',
    'mysql://root@db/x',
    'DATABASE_URL: read a value of 17 characters; accepted is sqlite:FILE or postgres://user:password@host:port/db.',
  ],
  ['PUBLIC_URL', 'ftp://x', 'PUBLIC_URL: read "ftp://x"; accepted is an http(s) address.'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL: read "loud"; accepted is one of fatal, error, warn, info, debug, trace, silent.'],
  ['TRIAL', 'yes', 'TRIAL: read "yes"; accepted is 1 or 0.'],
  ['WECOM_BOT_ID', 'AIB1', 'WECOM_BOT_ID and WECOM_BOT_SECRET go together: set both, or neither.'],
  ['WECOM_WS_URL', 'http://x', 'WECOM_WS_URL: read "http://x"; accepted is a ws(s) address.'],
  ['WECOM_TOKEN', 'abc', 'WECOM_TOKEN and WECOM_ENCODING_AES_KEY go together: set both, or neither.'],
])('%s=%s stops the start with one line', (name, value, line) => {
  expect(() => readConfig({ [name]: value })).toThrow(line);
});

test('all faults are reported together, and no secret with them', () => {
  const wrong = () =>
    readConfig({ PORT: 'x', LOG_LEVEL: 'loud', WECOM_TOKEN: 'geheim!', WECOM_ENCODING_AES_KEY: 'short' });

  expect(wrong).toThrow(/PORT[^]*WECOM_TOKEN[^]*WECOM_ENCODING_AES_KEY[^]*LOG_LEVEL/);
  expect(wrong).not.toThrow(/geheim/);
});
