import type { Context } from 'koa';
import getRawBody from 'raw-body';
import { formBody } from './form-body.js';

/** What a browser sent: the fields in order, and the bytes of the pictures that were chosen. */
export interface SentForm {
  readonly fields: URLSearchParams;
  readonly pictures: readonly Buffer[];
}

/** Nine photos of a phone are below it. */
const mostBytes = 40_000_000;

/** A form with or without pictures; null where it is too large, cut short or of another kind. */
export async function sentForm(context: Context): Promise<SentForm | null> {
  if (!context.is('multipart/form-data')) {
    const fields = await formBody(context);
    return fields && { fields, pictures: [] };
  }
  try {
    const body = await getRawBody(context.req, { limit: mostBytes });
    // Node's own reader of what browsers send.
    const headers = { 'content-type': context.get('content-type') };
    const read = await new Response(new Uint8Array(body), { headers }).formData();
    const fields = new URLSearchParams();
    const pictures: Buffer[] = [];
    for (const [name, value] of read) {
      if (typeof value === 'string') fields.append(name, value);
      else if (value.size > 0) pictures.push(Buffer.from(await value.arrayBuffer()));
    }
    return { fields, pictures };
  } catch {
    return null;
  }
}
