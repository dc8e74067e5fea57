import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Koa from 'koa';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page is plain files that no compiler touches, so they are read from the package, not from `dist`. */
const folder = join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'src', 'simulator', 'page');

/** Serves one file of the page; only names that stand in its folder are looked at. */
export async function servePageFile(ctx: Koa.Context, name: string): Promise<void> {
  const type = types[extname(name)];
  if (type === undefined || !(await readdir(folder)).includes(name)) return;
  ctx.set({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  ctx.body = await readFile(join(folder, name));
  ctx.type = type;
}

function packageRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('the simulator page was not found: no package.json above it');
  return packageRoot(above);
}
