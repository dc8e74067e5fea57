import { createCipheriv } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aesKey, decrypted } from '../../src/wecom/aes.js';
import { UnopenedEnvelope, open, seal } from '../../src/wecom/envelope.js';
import { isSigned } from '../../src/wecom/signature.js';
import { media, setA, setB, setC, vector, vectors } from './vectors.js';

const Sealed = z.object({ encrypt: z.string(), msgsignature: z.string(), timestamp: z.number(), nonce: z.string() });

function refusal(encrypted: string, keys: { encodingAesKey: string; receiveId: string }): string {
  try {
    return `opened: ${open(encrypted, keys)}`;
  } catch (error) {
    return error instanceof UnopenedEnvelope ? error.kind : String(error);
  }
}

/** Encrypts bytes as they are, padding included, so that a test can break any rule of the envelope. */
function encryptedRaw(bytes: Buffer): string {
  const key = aesKey(setC.encodingAesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64');
}

function plaintext({ text, length = Buffer.byteLength(text) }: { text: string; length?: number }): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return Buffer.concat([Buffer.from('0123456789abcdef'), size, Buffer.from(text)]);
}

describe.each(vectors)('the published sample $name', ({ keys, signature, timestamp, nonce, encrypted, ...known }) => {
  const signed = { token: keys.token, timestamp, nonce, encrypted, signature };

  test('is signed by WeChat Work', () => {
    expect(isSigned(signed)).toBe(true);
  });

  test('is not signed any more after a change of one character in any part', () => {
    for (const part of ['token', 'timestamp', 'nonce', 'encrypted', 'signature'] as const) {
      const changed = `${signed[part].slice(0, -1)}${signed[part].endsWith('x') ? 'y' : 'x'}`;
      expect(isSigned({ ...signed, [part]: changed })).toBe(false);
    }
  });

  test('opens to the known text', () => {
    expect(open(encrypted, keys)).toBe(known.plaintext);
  });

  test('comes out the same when the text is sealed with the same random bytes', () => {
    const random = Buffer.from(known.random);

    const sealed = seal(known.plaintext, { ...keys, nonce, timestamp: Number(timestamp), random });

    expect(JSON.parse(sealed)).toEqual({
      encrypt: encrypted,
      msgsignature: signature,
      timestamp: Number(timestamp),
      nonce,
    });
  });

  test('cannot be opened with the key of another set', () => {
    const others = [setA, setB, setC].filter(other => other !== keys);
    expect(others.map(other => refusal(encrypted, other))).toEqual(['undecryptable', 'undecryptable']);
  });
});

describe('an envelope is refused', () => {
  const { encrypted } = vector('C-MSG');

  test('when one byte of it was flipped', () => {
    const bytes = Buffer.from(encrypted, 'base64');
    // Any byte of the last two blocks spoils the padding; WeChat Work's signature covers the others.
    for (let at = bytes.length - 32; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8((flipped[at] ?? 0) ^ 0xff, at);
      expect(refusal(flipped.toString('base64'), setC)).toBe('undecryptable');
    }
  });

  test('when it was meant for another receiver', () => {
    expect(refusal(vector('A-POST').encrypted, { ...setA, receiveId: '' })).toBe('receiver');
    expect(refusal(vector('B-POST-JSON').encrypted, { ...setB, receiveId: setA.receiveId })).toBe('receiver');
    expect(refusal(encrypted, { ...setC, receiveId: 'ww1436e0e65a779aee' })).toBe('receiver');
  });

  test.each([
    ['a space in place of the plus sign', vector('A-GET').encrypted.replace('+', ' ')],
    ['nothing', ''],
    ['no base64', '你好'],
    ['no whole block', 'AAAA'],
    ['cut by one block', Buffer.from(encrypted, 'base64').subarray(0, -16).toString('base64')],
  ])('when it holds %s', (_, damaged) => {
    expect(refusal(damaged, setC)).toBe('undecryptable');
  });

  test.each([
    ['a length beyond the buffer', plaintext({ text: 'xxxxxxxxxxx', length: 12 }), Buffer.from([1])],
    ['a length of four gigabytes', plaintext({ text: 'xxxxxxxxxxx', length: 0xffffffff }), Buffer.from([1])],
    ['a pad byte of 0', plaintext({ text: 'xxxxxxxxxxx' }), Buffer.from([0])],
    ['a pad byte of 33', plaintext({ text: 'x'.repeat(11) }), Buffer.alloc(33, 33)],
    ['a pad longer than the buffer', Buffer.alloc(0), Buffer.alloc(16, 17)],
    ['pad bytes that differ', plaintext({ text: 'x'.repeat(10) }), Buffer.from([1, 2])],
    ['no room for a length', Buffer.alloc(0), Buffer.alloc(16, 16)],
    [
      'text that is not UTF-8',
      Buffer.concat([plaintext({ text: '', length: 1 }), Buffer.from([0xff])]),
      Buffer.alloc(11, 11),
    ],
  ])('when it holds %s', (_, head, pad) => {
    const body = Buffer.concat([head, pad]);
    const whole = Buffer.concat([head, Buffer.alloc((16 - (body.length % 16)) % 16, 'x'), pad]);

    expect(refusal(encryptedRaw(whole), setC)).toBe('undecryptable');
  });
});

test('whatever is sealed can be opened', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^\w{0,20}$/),
      fc.nat(),
      (text, receiveId, timestamp) => {
        const keys = { ...setC, receiveId };
        const sealed = Sealed.parse(JSON.parse(seal(text, { ...keys, nonce: 'n', timestamp })));

        expect(open(sealed.encrypt, keys)).toBe(text);
        const signed = { ...setC, timestamp: String(timestamp), nonce: 'n', encrypted: sealed.encrypt };
        expect(isSigned({ ...signed, signature: sealed.msgsignature })).toBe(true);
      },
    ),
  );
});

test.each(media.files)(
  'the encrypted file of $bytes opens, with and without = at the end of its key',
  ({ hex, bytes }) => {
    for (const key of [media.aesKey, media.aesKey.replace('=', '')]) {
      expect(decrypted(aesKey(key), Buffer.from(hex, 'hex'))?.toString()).toBe(bytes);
    }
  },
);

test('a key that is not 32 bytes is refused at once', () => {
  expect(() => aesKey('AAECAw')).toThrow('43 base64 characters');
});
