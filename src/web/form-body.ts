import type { Context } from 'koa';
import getRawBody from 'raw-body';

/** A pasted list of ten thousand lines is below it; nobody types more. */
export const mostFormBytes = 1_000_000;

/** The fields of a form as a browser sends them; null where it is too large, cut short or of another kind. */
export async function formBody(context: Context): Promise<URLSearchParams | null> {
  if (!context.is('application/x-www-form-urlencoded')) return null;
  try {
    return new URLSearchParams(
      await getRawBody(context.req, { limit: mostFormBytes, encoding: 'utf8', ...lengthOf(context) }),
    );
  } catch {
    return null;
  }
}

function lengthOf({ request: { length } }: Context): { length?: number } {
  return length === undefined ? {} : { length };
}
