import Koa from 'koa';
import { createUnderstanding } from '../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../src/process/registry.js';
import { boardStyle } from '../../src/publish/board-style.js';
import { pageWords } from '../../src/talk/form/on-page.js';
import { deskRoutes } from '../../src/web/desk.js';
import { testBytes } from './chance.js';
import { type Neighbourhood, type Person, tell } from './neighbourhood.js';
import { served } from './server.js';

/** The desk of a grid on a real port, with the stylesheet that it shares with the board. */
export async function aDesk(
  grid: Neighbourhood,
  { isSecure = false, clockMs = () => performance.now() } = {},
): Promise<string> {
  const app = new Koa();
  const intents = await loadIntents();
  const parts = {
    intents,
    onPage: pageWords({ intents, understand: createUnderstanding(phrasesOf(intents)) }),
    answer: grid.answer,
    clockMs,
    store: grid.store,
    now: () => grid.now,
    random: testBytes,
    tell,
  };
  app.use(deskRoutes({ ...parts, isSecure }).routes());
  app.use(context => {
    if (context.path !== '/board/style.css') return;
    context.type = 'css';
    context.body = boardStyle;
  });
  return served(app);
}

/** The path of the link that the bot gives in private. */
export async function deskLink(person: Person): Promise<string> {
  const said = await person.says('办事台', { chat: 'single' });
  const [path] = /\/desk\/login\/[\w-]+/u.exec(said) ?? [];
  if (!path) throw new Error(said);
  return path;
}

/** Presses the button behind a link. */
export async function enter(base: string, path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(base + path, { method: 'POST', redirect: 'manual', headers });
  const set = answer.headers.get('set-cookie') ?? '';
  return { status: answer.status, set, cookie: set.split(';')[0] ?? '', to: answer.headers.get('location') };
}

/** Sits down at the desk by a fresh link: pages can be read, and forms sent with or without what they carry. */
export async function atDesk(base: string, person: Person) {
  const { cookie } = await enter(base, await deskLink(person));
  return {
    base,
    cookie,
    read: (path: string) => read(base, path, cookie),
    async post(path: string, fields: Fields = {}) {
      const [, csrf = ''] = /name="csrf" value="([\w-]+)"/u.exec((await read(base, '/desk', cookie)).text) ?? [];
      return post(base, path, { csrf, ...fields }, cookie);
    },
  };
}

export async function read(base: string, path: string, cookie = '') {
  const answer = await fetch(base + path, { headers: { cookie }, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** What stands in a form, several values where a field has several. */
type Fields = Readonly<Record<string, string | readonly string[]>>;

export async function post(
  base: string,
  path: string,
  fields: Fields,
  cookie = '',
  headers: Record<string, string> = {},
) {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  const answer = await fetch(base + path, {
    method: 'POST',
    body,
    headers: { cookie, ...headers },
    redirect: 'manual',
  });
  const { status } = answer;
  const [, shown] = /^(\/desk\/(?:do|receipts|ballots|file)\/.+)$/u.exec(answer.headers.get('location') ?? '') ?? [];
  // The answer of a form is a page of its own, as a browser shows it.
  if (status === 303 && shown !== undefined) return { ...(await read(base, shown, cookie)), shown };
  return { status, headers: answer.headers, text: await answer.text(), shown: null };
}

/** The words of a part of a page, without the marks of HTML. */
export function words(page: string, from = '<main', to = '</main>'): string {
  const start = page.indexOf(from);
  const part = page.slice(start, page.indexOf(to, start));
  return part.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
}

/** The addresses of the forms that a page leads to. */
export function forms(page: string): string[] {
  return [...page.matchAll(/href="(\/desk\/do\/[^"]+)"/gu)].map(([, href = '']) =>
    decodeURIComponent(href.replaceAll('&amp;', '&')),
  );
}

/** What a form carries that nobody types. */
export function hiddenIn(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/gu)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
}
