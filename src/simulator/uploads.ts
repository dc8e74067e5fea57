import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Refusal } from './card-rules.js';
import { imageType } from './image-kind.js';

interface Uploaded {
  readonly type: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly at: Date;
}

type Said = { readonly body: Readonly<Record<string, unknown>> } | { readonly refusal: Refusal };

const Init = z.object({
  type: z.enum(['file', 'image', 'voice', 'video']),
  filename: z.string().min(1).max(256),
  total_size: z.number().int().min(5),
  total_chunks: z.number().int().min(1).max(100),
  md5: z.string().optional(),
});
const Chunk = z.object({ upload_id: z.string(), chunk_index: z.number().int().min(0), base64_data: z.string() });
const Finish = z.object({ upload_id: z.string() });

const chunkMaxBytes = 512 * 1024;
const sizes: Readonly<Record<string, number>> = { image: 2, voice: 2, video: 10, file: 20 };
const sessionMs = 30 * 60_000;
const mediaMs = 3 * 24 * 3_600_000;

/** Uploads over the long connection: announced, sent in pieces, finished (docs/wecom-protocol.md 8.7). */
export class Uploads {
  private readonly open = new Map<string, z.infer<typeof Init> & { chunks: Map<number, Buffer>; at: Date }>();
  private readonly done = new Map<string, Uploaded>();

  constructor(
    private readonly now: () => Date,
    private readonly newId: () => string,
  ) {}

  init(body: unknown): Said {
    const read = Init.safeParse(body).data;
    if (!read) return refuse(40058, 'upload: invalid Request Parameter');
    if (read.total_size > (sizes[read.type] ?? 0) * 1024 * 1024) return refuse(45001, 'media size out of limit');
    const id = this.newId();
    this.open.set(id, { ...read, chunks: new Map(), at: this.now() });
    return { body: { upload_id: id } };
  }

  chunk(body: unknown): Said {
    const read = Chunk.safeParse(body).data;
    const session = read && this.session(read.upload_id);
    if (!read || !session) return refuse(40007, 'invalid upload_id');
    const bytes = Buffer.from(read.base64_data, 'base64');
    if (read.chunk_index >= session.total_chunks || bytes.length > chunkMaxBytes)
      return refuse(40058, 'chunk: invalid Request Parameter');
    session.chunks.set(read.chunk_index, bytes);
    return { body: {} };
  }

  finish(body: unknown): Said {
    const read = Finish.safeParse(body).data;
    const session = read && this.session(read.upload_id);
    if (!read || !session) return refuse(40007, 'invalid upload_id');
    const parts = Array.from({ length: session.total_chunks }, (_, index) => session.chunks.get(index));
    if (parts.some(part => !part)) return refuse(40058, 'chunks are missing');
    const bytes = Buffer.concat(parts.flatMap(part => part ?? []));
    const isWhole = bytes.length === session.total_size && (!session.md5 || session.md5 === md5(bytes));
    if (!isWhole) return refuse(40006, 'invalid media size');
    if (session.type === 'image' && !imageType(bytes)) return refuse(40009, 'invalid image');
    this.open.delete(read.upload_id);
    const id = this.newId();
    this.done.set(id, { type: session.type, name: session.filename, bytes, at: this.now() });
    const created_at = String(Math.floor(this.now().getTime() / 1000));
    return { body: { type: session.type, media_id: id, created_at } };
  }

  /** What was uploaded under an id, for three days. */
  find(id: string, type: string): Uploaded | undefined {
    const found = this.done.get(id);
    return found?.type === type && this.now().getTime() - found.at.getTime() <= mediaMs ? found : undefined;
  }

  private session(id: string) {
    const found = this.open.get(id);
    return found && this.now().getTime() - found.at.getTime() <= sessionMs ? found : undefined;
  }
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex');
}

function refuse(errcode: number, errmsg: string): Said {
  return { refusal: { errcode, errmsg } };
}
