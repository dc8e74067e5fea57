import type { Attachment } from '../../talk/message.js';
import { aesKey, decrypted } from '../aes.js';
import { WeComError } from '../errors.js';
import { type Wire, exchange } from '../http.js';

export interface MediaLimits {
  /** The bot's own key; a link that came with a key of its own is opened with that (docs/wecom-protocol.md 3.10). */
  readonly encodingAesKey: string;
  readonly maxBytes: number;
  /** Host names that may be asked; one that begins with a dot stands for all below it: `.qpic.cn`. */
  readonly allowedHosts: readonly string[];
}

export interface Media {
  readonly bytes: Buffer;
  /** As the sender's file was called; without folders and control characters. */
  readonly name?: string;
}

const purpose = 'fetch media';
/** The most that padding adds. */
const padding = 32;

/** Downloads what a member sent, within five minutes of the sending, and decrypts it (docs/wecom-protocol.md 3.10). */
export async function fetchMedia(wire: Wire, { url, aesKey: own }: Attachment, limits: MediaLimits): Promise<Media> {
  if (!isAllowed(url, limits.allowedHosts)) throw unusable('the link leads to a host that is not allowed');

  const call = { url, purpose, harmlessTwice: true };
  const { ciphertext, name } = await exchange(wire, call, async response => ({
    ciphertext: await bodyOf(response, limits.maxBytes + padding),
    name: fileName(response.headers.get('content-disposition') ?? ''),
  })).catch(asMediaError);

  const bytes = decrypted(aesKey(own ?? limits.encodingAesKey), ciphertext);
  if (!bytes) throw unusable('it cannot be decrypted');
  if (bytes.length > limits.maxBytes) throw unusable('it is too large');
  return { bytes, name };
}

/** `filename*=UTF-8''…` first, then `filename=` (docs/wecom-protocol.md 3.6). */
export function fileName(disposition: string): string | undefined {
  const encoded = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition)?.[1];
  const quoted = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  const name = decodedName(encoded) ?? latin1AsUtf8(quoted?.[1] ?? quoted?.[2]);
  return (
    name
      ?.replaceAll(/\p{Cc}/gu, '')
      .split(/[/\\]/)
      .at(-1)
      ?.trim() || undefined
  );
}

function isAllowed(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const known = hosts.some(host => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
  return known && (protocol === 'https:' || protocol === 'http:');
}

/** The bytes of an answer, read no further than `maxBytes`. */
export async function bodyOf(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the rest of the download.
    if (length > maxBytes) throw unusable('it is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A link that is refused has expired; asking again does not help. */
function asMediaError(error: unknown): never {
  if (error instanceof WeComError && error.kind === 'bug') throw unusable('the link has expired or was refused');
  throw error;
}

function decodedName(encoded: string | undefined): string | undefined {
  try {
    return encoded && decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** Headers arrive as Latin-1; a server that wrote UTF-8 bytes meant UTF-8. */
function latin1AsUtf8(name: string | undefined): string | undefined {
  try {
    return name && new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(name, 'latin1'));
  } catch {
    return name;
  }
}

function unusable(detail: string): WeComError {
  return new WeComError({ kind: 'media', detail: `${purpose}: ${detail}` });
}
