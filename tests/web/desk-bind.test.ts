import { randomBytes } from 'node:crypto';
import Koa from 'koa';
import { expect, test } from 'vitest';
import { printCodes } from '../../src/operations/people/household-codes.js';
import { loadIntents } from '../../src/process/registry.js';
import type { Actor } from '../../src/simulator/oauth-stand-in.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { AppApi } from '../../src/wecom/app/api.js';
import { authorizeUrl, visitorOf } from '../../src/wecom/app/oauth.js';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { deskRoutes } from '../../src/web/desk.js';
import { hiddenIn, words } from '../support/desk.js';
import { corp } from '../support/kf.js';
import { type Neighbourhood, aNeighbourhood, tell } from '../support/neighbourhood.js';
import { Phone } from '../support/phone.js';
import { served } from '../support/server.js';

const publicUrl = 'https://hood.example.org';

/** A desk that WeChat knows people for, and no 微信客服. */
async function begun() {
  const hood = await aNeighbourhood();
  const wire = new AppStandIn({ ...corp, openKfIds: [], now: () => hood.now });
  const calls = { apiBase: 'https://qyapi.example', timeoutMs: 1000, clockMs: () => 0, fetch: wire.fetch };
  const api = new AppApi({ ...corp, ...calls });
  const to = { ...corp, base: 'https://open.weixin.qq.com', redirect: `${publicUrl}/desk/oauth` };
  const oauth = {
    corpId: corp.corpId,
    authorizeUrl: (state: string) => authorizeUrl({ ...to, state }),
    visitorOf: (code: string) => visitorOf(api, code),
    deskUrl: `${publicUrl}/desk`,
  };
  const parts = { clockMs: () => performance.now(), store: hood.store, now: () => hood.now, random: randomBytes, tell };
  const said = { onPage: (text: string) => text, answer: hood.answer, intents: await loadIntents() };
  const app = new Koa();
  app.use(deskRoutes({ ...parts, ...said, isSecure: false, oauth }).routes());
  const at = await served(app);
  const phone = (actor: Actor): Phone => new Phone({ at, publicUrl, oauth: wire.oauth, actor });
  return { hood, phone };
}

async function cardOf(hood: Neighbourhood): Promise<string> {
  return hood.inUnit(async unit => {
    const member = await unit.members.view(hood.role('building_leader').userid);
    const [card] = await printCodes(unit, { building: sampleBuilding(hood), random: randomBytes, member });
    return card?.code ?? '';
  });
}

const post = (fields: Record<string, string>): [string, URLSearchParams] => ['POST', new URLSearchParams(fields)];

/** The page of somebody without a home, and what its forms carry. */
async function unbound(phone: Phone): Promise<Record<string, string>> {
  const { text, status } = await phone.opens('/desk');
  expect(status).toBe(403);
  expect(text).toContain('还没有绑定住户');
  expect(text).not.toContain('客服');
  return hiddenIn(text);
}

test('without 微信客服 a card binds at the desk: asked once, then they sit at it, and are known the next time', async () => {
  const { hood, phone } = await begun();
  const code = await cardOf(hood);
  const zhao = phone({ openid: 'oZhao' });
  const hidden = await unbound(zhao);

  let page = await zhao.opens('/desk/bind', ...post({ ...hidden, _how: 'member.code', code }));
  for (let asked = 0; asked < 3 && page.path !== '/desk'; asked += 1) {
    expect(words(page.text)).toMatch(/请确认|住户吗/u);
    page = await zhao.opens('/desk/bind', ...post(hiddenIn(page.text)));
  }

  expect(page).toMatchObject({ status: 200, path: '/desk' });
  // What opened the desk once opens nothing again.
  const again = await phone({ openid: 'oSomebody' }).opens(
    '/desk/bind',
    ...post({ ...hidden, _how: 'member.code', code }),
  );
  expect(again.text).toContain('还没有绑定住户');
  expect(await phone({ openid: 'oZhao' }).opens('/desk')).toMatchObject({ status: 200, path: '/desk' });
  expect((await hood.journal()).filter(deed => deed === 'member.bind')).toHaveLength(1);
});

test('without a card the leader is asked, and bound is who the leader knows', async () => {
  const { hood, phone } = await begun();
  const leader = hood.role('building_leader');
  const there = sampleResidents().find(one => one.building === sampleBuilding(hood) && one.userid !== leader.userid);
  const { building = '', unit = '', room = '' } = there ?? {};
  const zhao = phone({ openid: 'oZhao' });
  const fields = { ...(await unbound(zhao)), _how: 'member.bind', building, unit, room, name: '赵敏' };

  let page = await zhao.opens('/desk/bind', ...post(fields));
  if (page.text.includes('name="_yes"')) page = await zhao.opens('/desk/bind', ...post(hiddenIn(page.text)));
  expect(words(page.text)).toMatch(/等楼长确认/u);
  const [, no = ''] = /确认绑定 ?(\d{4})/u.exec((await hood.postsTo(leader.userid)).join('\n')) ?? [];
  expect(await leader.says(`确认绑定 ${no}`)).toMatch(/绑定|确认/u);

  expect(await zhao.opens('/desk')).toMatchObject({ status: 200, path: '/desk' });
});

test('wrong codes are five an hour, what was typed stays, and nobody is bound', async () => {
  const { hood, phone } = await begun();
  const right = await cardOf(hood);
  const zhao = phone({ openid: 'oZhao' });
  const hidden = await unbound(zhao);
  const tried = async (code: string): Promise<string> =>
    (await zhao.opens('/desk/bind', ...post({ ...hidden, _how: 'member.code', code, _yes: 'sure' }))).text;

  const wrong = await tried('AAAA-BBBB-CC22');
  expect(wrong).toContain('不对或已经作废');
  expect(wrong).toContain('AAAA-BBBB-CC22');
  expect(wrong).not.toContain('等楼长确认');
  for (const last of '3456') await tried(`AAAA-BBBB-CC2${last}`);
  expect(await tried(right)).toMatch(/一小时|明天|太多/u);
  expect(await hood.journal()).not.toContain('member.bind');
});

test.each([
  ['a key that was made up', { _key: 'made-up' }],
  ['no key', { _key: '' }],
  ['another deed', { _how: 'poll.vote' }],
  ['a neighbourhood that is not there', { grid: '77' }],
])('%s does nothing, and the forms come anew', async (_, changed) => {
  const { hood, phone } = await begun();
  const code = await cardOf(hood);
  const zhao = phone({ openid: 'oZhao' });
  const fields = { ...(await unbound(zhao)), _how: 'member.code', code, _yes: 'sure', ...changed };

  expect((await zhao.opens('/desk/bind', ...post(fields))).text).toContain('还没有绑定住户');
  expect(await hood.journal()).not.toContain('member.bind');
});

test('who is of another company is given no form', async () => {
  const { phone } = await begun();
  expect((await phone({ userid: 'wwOther/li' }).opens('/desk')).text).not.toContain('<form');
});

/** The building whose cards the leader may print. */
function sampleBuilding(hood: Neighbourhood): string {
  return hood.role('building_leader').known?.building ?? '';
}
