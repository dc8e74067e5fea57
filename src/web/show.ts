import type { Context } from 'koa';

/** Answers with a page. */
export function show(context: Context, status: number, page: string): void {
  context.status = status;
  context.type = 'html';
  context.body = page;
}

/** Leads the browser to a page that may be loaded as often as one likes (303). */
export function seeOther(context: Context, to: string): void {
  context.status = 303;
  context.set('Location', to);
}
