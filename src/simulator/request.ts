import type Koa from 'koa';
import getRawBody from 'raw-body';
import { z } from 'zod';

/** A request that is answered with a status and one sentence. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';

  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

export async function rawBody(ctx: Koa.Context, limit: number): Promise<Buffer> {
  try {
    return await getRawBody(ctx.req, { limit, length: ctx.request.length });
  } catch (error) {
    const tooLarge = z.object({ type: z.literal('entity.too.large') }).safeParse(error).success;
    throw tooLarge ? new BadRequest(413, '内容太大了。') : new BadRequest(400, '请求没有发完整。');
  }
}

/** The JSON in a body; undefined when it is none. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The JSON that our own page sends. Other pages cannot send this type without asking first (CORS). */
export async function pageJson<T extends z.ZodType>(ctx: Koa.Context, shape: T, limit: number): Promise<z.infer<T>> {
  if (!ctx.is('application/json')) throw new BadRequest(415, '请用 application/json 发送。');
  const parsed = shape.safeParse(jsonOf(await rawBody(ctx, limit)));
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') || 'JSON';
  throw new BadRequest(400, `请求里的 ${field} 不对。`);
}
