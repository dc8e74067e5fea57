import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { expect, onTestFinished, test } from 'vitest';
import { iconRoutes } from '../../src/web/icon.js';

test('the icon that a browser asks for beside every page is there', async () => {
  const server = new Koa().use(iconRoutes().routes()).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise(resolve => server.once('listening', resolve));

  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/favicon.ico`);

  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(await answer.text()).toContain('<svg');
});
