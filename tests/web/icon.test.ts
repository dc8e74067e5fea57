import Koa from 'koa';
import { expect, test } from 'vitest';
import { iconRoutes } from '../../src/web/icon.js';
import { served } from '../support/server.js';

test('the icon that a browser asks for beside every page is there', async () => {
  const base = await served(new Koa().use(iconRoutes().routes()));

  const answer = await fetch(`${base}/favicon.ico`);

  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(await answer.text()).toContain('<svg');
});
