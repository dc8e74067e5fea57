import { readFileSync } from 'node:fs';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import Koa from 'koa';
import getRawBody from 'raw-body';
import { keys } from './wire.js';

/** The floor: bare Koa that verifies, decrypts, parses and encrypts a fixed answer, and does nothing else. */
const app = new Koa();
const page = process.env['BENCH_PAGE'] ? readFileSync(process.env['BENCH_PAGE'], 'utf8') : null;
app.use(async context => {
  if (page !== null) {
    context.type = 'html';
    context.body = page;
    return;
  }
  const { timestamp = '', nonce = '', msg_signature: signature } = context.query as Record<string, string>;
  const { encrypt: encrypted } = JSON.parse(await getRawBody(context.req, { encoding: 'utf8' })) as { encrypt: string };
  if (getSignature(keys.token, timestamp, nonce, encrypted) !== signature) {
    context.status = 403;
    return;
  }
  const { msgid } = JSON.parse(decrypt(keys.encodingAesKey, encrypted).message) as { msgid: string };
  const answer = { msgtype: 'stream', stream: { id: msgid, finish: true, content: '已记录：200元' } };
  const reply = encrypt(keys.encodingAesKey, JSON.stringify(answer), '');
  context.body = {
    encrypt: reply,
    msgsignature: getSignature(keys.token, timestamp, nonce, reply),
    timestamp: Number(timestamp),
    nonce,
  };
});
const server = app.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('SIGTERM', () => server.close());
