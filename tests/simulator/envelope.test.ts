import { encrypt, getSignature } from '@wecom/crypto';
import { expect, test } from 'vitest';
import { UnacceptableEnvelope, openAnswer, sealCallback } from '../../src/simulator/envelope.js';
import { sealMedia } from '../../src/simulator/pictures.js';
import { media, setC, vector } from '../wecom/vectors.js';

test('a callback is sealed exactly as the known answer', () => {
  const known = vector('C-MSG');

  const sealed = sealCallback(known.plaintext, setC, { ...known, random: Buffer.from(known.random) });

  expect(JSON.parse(sealed.body)).toEqual({ encrypt: known.encrypted });
  expect(Object.fromEntries(sealed.query)).toEqual({
    msg_signature: known.signature,
    timestamp: known.timestamp,
    nonce: known.nonce,
  });
});

test('the known answer of the bot is opened', () => {
  const { encrypted, signature, timestamp, nonce, plaintext } = vector('C-REPLY');
  const body = { encrypt: encrypted, msgsignature: signature, timestamp: Number(timestamp), nonce };

  expect(openAnswer(JSON.stringify(body), setC, nonce)).toBe(plaintext);
  expect(openAnswer(JSON.stringify({ ...body, timestamp }), setC, nonce)).toBe(plaintext);
  expect(openAnswer('', setC, nonce)).toBe('');
});

test.each([
  ['another nonce', { nonce: '1' }, 'nonce'],
  ['another signature', { msgsignature: '0'.repeat(40) }, '签名'],
  ['no signature', { msgsignature: undefined }, '信封'],
  ['another text', { encrypt: vector('C-PAD32').encrypted }, '签名'],
])('an answer with %s is refused', (_, change, why) => {
  const { encrypted, signature, timestamp, nonce } = vector('C-REPLY');
  const body = { encrypt: encrypted, msgsignature: signature, timestamp, nonce, ...change };

  expect(() => openAnswer(JSON.stringify(body), setC, nonce)).toThrow(UnacceptableEnvelope);
  expect(() => openAnswer(JSON.stringify(body), setC, nonce)).toThrow(why);
});

test('an answer for another receiver, or sealed with another key, is refused', () => {
  const sealed = (key: string, receiver: string): string => {
    const text = encrypt(key, '{}', receiver);
    return JSON.stringify({
      encrypt: text,
      msgsignature: getSignature(setC.token, 1, '7', text),
      timestamp: 1,
      nonce: '7',
    });
  };

  expect(() => openAnswer(sealed(setC.encodingAesKey, 'ww1436e0e65a779aee'), setC, '7')).toThrow('receiveid');
  expect(() => openAnswer(sealed(vector('A-GET').keys.encodingAesKey, ''), setC, '7')).toThrow(UnacceptableEnvelope);
});

test.each(media.files)('a picture is encrypted as the known media: $bytes', ({ bytes, hex }) => {
  expect(sealMedia(Buffer.from(bytes), media.aesKey).toString('hex')).toBe(hex);
});
