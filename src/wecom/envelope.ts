import { encrypt, getSignature } from '@wecom/crypto';
import { aesKey, decrypted } from './aes.js';

/** Why an envelope was refused: made with another key or damaged, or meant for another receiver. */
export class UnopenedEnvelope extends Error {
  override readonly name = 'UnopenedEnvelope';

  constructor(readonly kind: 'undecryptable' | 'receiver') {
    super(kind === 'receiver' ? 'the envelope is meant for another receiver' : 'the envelope cannot be decrypted');
  }
}

interface Opening {
  readonly encodingAesKey: string;
  /** Empty for a bot of the company's own (docs/wecom-protocol.md 2.5). */
  readonly receiveId: string;
}

interface Sealing extends Opening {
  readonly token: string;
  /** The nonce of the callback that is being answered. */
  readonly nonce: string;
  /** In seconds. */
  readonly timestamp: number;
  /** 16 bytes; taken from the system's source of chance unless given. */
  readonly random?: Buffer;
}

/**
 * The text inside `encrypt`: base64 of AES over random(16) ‖ length(4) ‖ text ‖ receiveid (docs/wecom-protocol.md 2.5).
 *
 * Done by hand: the library lets a wrong pad, a length beyond the buffer and a foreign receiveid through.
 */
export function open(encrypted: string, { encodingAesKey, receiveId }: Opening): string {
  const bytes = isBase64(encrypted) ? decrypted(aesKey(encodingAesKey), Buffer.from(encrypted, 'base64')) : undefined;
  if (!bytes || bytes.length < 20) throw new UnopenedEnvelope('undecryptable');

  const end = 20 + bytes.readUInt32BE(16);
  if (end > bytes.length) throw new UnopenedEnvelope('undecryptable');
  if (!bytes.subarray(end).equals(Buffer.from(receiveId))) throw new UnopenedEnvelope('receiver');
  return utf8(bytes.subarray(20, end));
}

/** The reply envelope: encrypted text, signed with the callback's nonce and a numeric timestamp (docs/wecom-protocol.md 2.6). */
export function seal(text: string, sealing: Sealing): string {
  const { nonce, timestamp } = sealing;
  const { encrypted, signature } = sealed(text, sealing);
  return JSON.stringify({ encrypt: encrypted, msgsignature: signature, timestamp, nonce });
}

/** The same envelope as an app's callback has it, in XML (docs/wecom-protocol.md 10). */
export function sealXml(text: string, sealing: Sealing): string {
  const { encrypted, signature } = sealed(text, sealing);
  return (
    `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature>` +
    `<TimeStamp>${sealing.timestamp}</TimeStamp><Nonce><![CDATA[${sealing.nonce}]]></Nonce></xml>`
  );
}

function sealed(
  text: string,
  { token, encodingAesKey, receiveId, nonce, timestamp, random }: Sealing,
): { encrypted: string; signature: string } {
  const encrypted = encrypt(encodingAesKey, text, receiveId, random);
  return { encrypted, signature: getSignature(token, timestamp, nonce, encrypted) };
}

/** Node skips what is not base64, such as the space a query decoded twice leaves in place of `+`. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: Buffer): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new UnopenedEnvelope('undecryptable');
  }
}
