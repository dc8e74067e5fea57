import type { Context } from 'koa';

/** Answers with a page. */
export function show(context: Context, status: number, page: string): void {
  context.status = status;
  context.type = 'html';
  context.body = page;
}
