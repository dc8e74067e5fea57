import { randomBytes } from 'node:crypto';
import Koa from 'koa';
import { expect, test } from 'vitest';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import type { Actor } from '../../src/simulator/oauth-stand-in.js';
import { DoorLink } from '../../src/store/people/door-link.js';
import { Identity } from '../../src/store/people/identity.js';
import { loadIntents } from '../../src/process/registry.js';
import { AppApi } from '../../src/wecom/app/api.js';
import { authorizeUrl, visitorOf } from '../../src/wecom/app/oauth.js';
import { deskRoutes } from '../../src/web/desk.js';
import { deskLink } from '../support/desk.js';
import { corp, openKfId } from '../support/kf.js';
import { type Neighbourhood, aNeighbourhood, tell } from '../support/neighbourhood.js';
import { Phone, inWeChat } from '../support/phone.js';
import { served } from '../support/server.js';

const publicUrl = 'https://hood.example.org';

/** A desk before the stand-in of WeChat, and phones that open it. */
async function begun(grid?: Neighbourhood) {
  const hood = grid ?? (await aNeighbourhood());
  const wire = new AppStandIn({ ...corp, openKfIds: [openKfId], now: () => hood.now });
  const calls = { apiBase: 'https://qyapi.example', timeoutMs: 1000, clockMs: () => 0, fetch: wire.fetch };
  const api = new AppApi({ ...corp, ...calls });
  const [base, redirect] = ['https://open.weixin.qq.com', `${publicUrl}/desk/oauth`];
  const oauth = {
    corpId: corp.corpId,
    authorizeUrl: (state: string) => authorizeUrl({ ...corp, base, redirect, state }),
    visitorOf: (code: string) => visitorOf(api, code),
    deskUrl: `${publicUrl}/desk`,
  };
  const app = new Koa();
  const parts = { clockMs: () => performance.now(), store: hood.store, now: () => hood.now, random: randomBytes, tell };
  const intents = await loadIntents();
  const said = { onPage: (text: string) => text, answer: hood.answer };
  app.use(deskRoutes({ ...parts, ...said, isSecure: false, oauth, intents }).routes());
  const at = await served(app);
  const phone = (actor: Actor, agent = inWeChat) => new Phone({ at, publicUrl, oauth: wire.oauth, actor, agent });
  return { hood, phone };
}

const identities = (hood: Neighbourhood): Promise<Identity[]> =>
  hood.store.dataSource.manager.find(Identity, { order: { id: 'ASC' } });

test('a member who opens the desk inside WeChat Work sits at it at once, at the page they wanted and with no code in its address', async () => {
  const { phone } = await begun();
  const li = phone({ userid: 'r010' }, `${inWeChat} wxwork/4.1`);

  const page = await li.opens('/desk?q=%E7%81%AF');

  expect(page).toMatchObject({ status: 200, path: '/desk?q=%E7%81%AF' });
  expect(page.text).toContain('办事台');
  expect((await li.once('/desk')).status).toBe(200);
});

test('a resident of personal WeChat is remembered by the one-time link of 客服: after that the desk knows them without one', async () => {
  const { hood, phone } = await begun();
  const zhao = await boundOutsider(hood);
  const wechat = phone({ openid: 'oZhao' });
  const link = await deskLink(zhao);

  expect((await wechat.once(link)).text).toMatch(/以<strong>.*301微信住户<\/strong>的身份继续|的身份继续/u);
  expect(await wechat.opens(link, 'POST')).toMatchObject({ status: 200, path: '/desk' });
  expect((await identities(hood)).map(({ userid, kind }) => [userid, kind])).toEqual([
    [zhao.userid, 'external'],
    [zhao.userid, 'openid'],
  ]);
  expect((await hood.postsTo(zhao.userid)).at(-1)).toContain('不是您本人开的');

  const later = phone({ openid: 'oZhao' });
  expect(await later.opens('/desk')).toMatchObject({ status: 200, path: '/desk' });
  expect((await phone({ openid: 'oQian' }).opens('/desk')).text).toContain('还没有绑定住户');
});

test('a member’s link opened in personal WeChat makes both one person; a colleague’s link opens nothing', async () => {
  const { hood, phone } = await begun();
  const own = hood.resident('r010');

  expect(await phone({ openid: 'oTen' }).opens(await deskLink(own), 'POST')).toMatchObject({ status: 200 });
  expect((await identities(hood)).map(({ userid, kind }) => [userid, kind])).toEqual([['r010', 'openid']]);

  const stolen = phone({ userid: 'r011' });
  expect((await stolen.opens(await deskLink(own), 'POST')).text).toContain('这个链接不是给您的');
  expect((await stolen.once('/desk')).status).toBe(302);
});

test('a forwarded link joins nobody who is proven to live elsewhere', async () => {
  const { hood, phone } = await begun();
  const [zhao, qian] = [await boundOutsider(hood, '1', 'zhao'), await boundOutsider(hood, '2', 'qian')];
  await phone({ openid: 'oQian' }).opens(await deskLink(qian), 'POST');

  const page = await phone({ openid: 'oQian' }).opens(await deskLink(zhao), 'POST');

  expect(page.text).toContain('这个链接不是给您的');
  expect((await identities(hood)).filter(({ userid }) => userid === zhao.userid)).toHaveLength(1);
});

test('ids that come in one answer are one person’s', async () => {
  const { hood, phone } = await begun();
  const zhao = await boundOutsider(hood);

  const page = await phone({ openid: 'oZhao', external_userid: 'external-zhao' }).opens('/desk');

  expect(page).toMatchObject({ status: 200, path: '/desk' });
  expect((await identities(hood)).map(({ userid, proof }) => [userid, proof])).toEqual([
    [zhao.userid, 'first'],
    [zhao.userid, 'oauth'],
  ]);
});

test('a state is good once, in the browser that was sent, for ten minutes; then it begins once more by itself and no further', async () => {
  const { hood, phone } = await begun();
  const [li, other] = [phone({ userid: 'r010' }), phone({ userid: 'r011' })];
  await li.opens('/desk');

  // Another browser with the address that WeChat sent the first one back to.
  expect((await other.once(li.back)).to).toBe('/desk');
  expect((await other.once(li.back)).text).toContain('请重新打开');
  li.jar.delete('desk');
  expect(await li.opens(li.back)).toMatchObject({ status: 200, path: '/desk' });

  const slow = phone({ userid: 'r012' });
  const { to } = await slow.once('/desk');
  const back = slow.sentBack(to);
  hood.now = new Date(hood.now.getTime() + 11 * 60_000);
  expect((await slow.once(back)).to).toBe('/desk');
});

test.each(['//evil.example', '/desk//evil.example', '/desk/../board', '/desk/oauth?code=1', '/desk?x=<script>'])(
  'the way on never leads out of the desk: %s',
  async path => {
    const { hood, phone } = await begun();
    await phone({ userid: 'r010' }).once(path.startsWith('/desk') ? path : `/desk${path}`);

    const links = await hood.store.dataSource.manager.find(DoorLink);
    for (const { about } of links) expect(about).toMatch(/^come \/desk(?:[/?][\w\-.~/?=&%+,]*)?$/u);
    for (const { about } of links) expect(about).not.toMatch(/oauth|\/\/|\.\./u);
  },
);

test('outside WeChat the closed desk says how to come in, with a code to scan; forms are never sent away', async () => {
  const { phone } = await begun();
  const browser = phone({ userid: 'r010' }, 'Mozilla/5.0 Firefox/130');

  expect((await browser.once('/desk')).text).toMatch(/用微信扫一扫[^]*<svg class="qr"/u);
  expect((await phone({ userid: 'r010' }).once('/desk/logout', 'POST')).to).toBe('');
});

test('somebody of another company is told how to be bound, and gets no session', async () => {
  const { hood, phone } = await begun();

  expect((await phone({ userid: 'wwOther/li' }).opens('/desk')).text).toContain('还没有绑定住户');
  expect(await identities(hood)).toEqual([]);
});

test('the way from the desk into 客服 asks whether it was they who sat there; their yes joins both, another’s no does nothing', async () => {
  const { hood, phone } = await begun();
  await hood.inUnit(unit =>
    unit.kfLinks.keep({ gridId: 1, openKfId, url: 'https://work.weixin.qq.com/kf/kfc0?enc_scene=ENCx' }),
  );
  const li = phone({ userid: 'r010' });
  expect((await li.opens('/desk')).text).toContain('href="/desk/kf"');
  const [, param = ''] = /&scene_param=(j\.[\w-]+)$/u.exec((await li.once('/desk/kf')).to) ?? [];
  const enter = async (name: string) => {
    const who = await hood.outsider(name);
    const came = { scene: 'g_yinshua', param };
    const reply = await hood.deliver(who.userid, { kind: 'entered', came }, { chat: 'single' });
    return { who, words: reply.text };
  };

  const other = await enter('qian');
  expect(other.words).toMatch(/打开办事台的是您本人吗，也就是\d+号楼/u);
  expect(other.words).not.toMatch(/r010|external/u);
  expect(await other.who.says('不是')).toContain('没有记');
  const own = await enter('zhao');
  expect(await own.who.says('是')).toContain('都认得您');
  expect((await identities(hood)).map(({ userid, value }) => [userid === 'r010', value])).toEqual([
    [false, 'external-qian'],
    [true, 'external-zhao'],
  ]);
  expect((await enter('sun')).words).toContain('您好');
});

test('who opens the desk without a home is led into 客服 to be bound, and is known at the desk afterwards', async () => {
  const { hood, phone } = await begun();
  await hood.inUnit(unit =>
    unit.kfLinks.keep({ gridId: 1, openKfId, url: 'https://work.weixin.qq.com/kf/kfc0?enc_scene=ENCx' }),
  );
  const wechat = phone({ openid: 'oZhao' });
  const page = await wechat.opens('/desk');
  const [, param = ''] = /scene_param=(j\.[\w-]+)"/u.exec(page.text) ?? [];
  const zhao = await boundOutsider(hood);

  await hood.deliver(zhao.userid, { kind: 'entered', came: { scene: 'g_yinshua', param } }, { chat: 'single' });
  await zhao.says('是');

  expect(await wechat.opens('/desk')).toMatchObject({ status: 200, path: '/desk' });
});

/** Somebody with personal WeChat who is bound to the first home of a building. */
async function boundOutsider(hood: Neighbourhood, building = '2', name = 'zhao') {
  const person = await hood.outsider(name);
  await hood.inUnit(async unit => {
    const home = (await unit.members.present()).find(one => one.building === building);
    const member = { gridId: unit.grid.id, userid: person.userid, name: '微信住户', householdId: home?.id ?? null };
    await unit.members.keep({ ...member, askedHouseholdId: null, boundAt: hood.now });
    unit.journal.add('member.bind', { by: 'test', at: hood.now });
  });
  return person;
}
