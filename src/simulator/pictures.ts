import { createCipheriv } from 'node:crypto';
import { imageType } from './image-kind.js';
import { type Cellar, Shelf, type Stored } from './shelf.js';

const linkMs = 5 * 60_000;
const block = 32;

interface PictureOptions {
  readonly publicUrl: string;
  readonly encodingAesKey: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly cellar?: Cellar | null;
}

/** Pictures and files that travel through the chats, for the page as they are and for the bot encrypted. */
export class Pictures {
  private readonly shelf: Shelf;

  constructor(private readonly options: PictureOptions) {
    this.shelf = new Shelf(options.cellar);
  }

  /** Keeps a picture and says its id; undefined when it is neither PNG nor JPEG. */
  keep(bytes: Buffer): string | undefined {
    const type = imageType(bytes);
    if (!type) return undefined;
    const id = this.options.newId();
    this.shelf.put(id, { bytes, type, name: `picture.${type.slice(6)}`, at: this.options.now() });
    return id;
  }

  get(id: string): Stored | undefined {
    return this.shelf.get(id);
  }

  /** Where the bot may fetch a member's picture: for five minutes (docs/wecom-protocol.md 3.10). */
  linkFor(id: string): string {
    return `${this.options.publicUrl}/simulator/media/${id}`;
  }

  /** The encrypted bytes behind that link, while it is valid. */
  encrypted(id: string): { bytes: Buffer; name: string } | undefined {
    const found = this.shelf.get(id);
    if (!found || this.options.now().getTime() - found.at.getTime() > linkMs) return undefined;
    return { bytes: sealMedia(found.bytes, this.options.encodingAesKey), name: found.name };
  }
}

/** AES-256-CBC over the bytes alone, padded to blocks of 32: no random beginning, no length (docs/wecom-protocol.md 3.10). */
export function sealMedia(bytes: Buffer, encodingAesKey: string): Buffer {
  const key = Buffer.from(encodingAesKey, 'base64');
  const pad = block - (bytes.length % block);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([bytes, Buffer.alloc(pad, pad)])), cipher.final()]);
}
