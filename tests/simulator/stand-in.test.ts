import { expect, test } from 'vitest';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';

/** A stand-in with a token, and a clock that is moved by hand. */
function aStandIn() {
  const clock = { now: new Date('2026-03-02T10:00:00+08:00') };
  const options = { corpId: 'wwc0ffee0123456789', secret: 's', agentId: 1, openKfIds: ['wkA'], now: () => clock.now };
  const app = new AppStandIn(options);
  const login = new URLSearchParams('corpid=wwc0ffee0123456789&corpsecret=s');
  const asks = (path: string, json: object) => {
    const token = String(app.call('gettoken', login, '')['access_token']);
    return app.call(path, new URLSearchParams({ access_token: token }), JSON.stringify(json));
  };
  return { app, clock, asks };
}

const hours = (count: number): number => count * 3_600_000;

test('who entered or wrote within 48 hours is told apart from everybody else', () => {
  const { app, clock, asks } = aStandIn();
  app.kf.visit('wmOld', { scene: 'g_elm' });
  clock.now = new Date(clock.now.getTime() + hours(47));
  app.kf.visit('wmNew', { scene: 'g_oak', param: 'b-7Q2K9' });
  clock.now = new Date(clock.now.getTime() + hours(1) + 1);
  const external_userid_list = ['wmOld', 'wmNew', 'wmNobody'];

  const told = asks('kf/customer/batchget', { external_userid_list, need_enter_session_context: 1 });

  expect(told['invalid_external_userid']).toEqual(['wmOld', 'wmNobody']);
  expect(told['customer_list']).toMatchObject([
    { external_userid: 'wmNew', enter_session_context: { scene: 'g_oak', scene_param: 'b-7Q2K9' } },
  ]);
  const many = Array.from({ length: 101 }, (_, index) => `wm${index}`);
  expect(asks('kf/customer/batchget', { external_userid_list: many })).toMatchObject({ errcode: 40_058 });
});

test('a message is taken back within a day only', () => {
  const { app, clock, asks } = aStandIn();
  const send = () => asks('message/send', { agentid: 1, touser: 'li', msgtype: 'text', text: { content: '您好' } });
  const [first, second] = [send(), send()];

  expect(asks('message/recall', { msgid: first['msgid'] })).toMatchObject({ errcode: 0 });
  clock.now = new Date(clock.now.getTime() + hours(24) + 1);
  expect(asks('message/recall', { msgid: second['msgid'] })).toMatchObject({ errcode: 42_052 });
  expect(asks('message/recall', { msgid: 'MSG-99' })).toMatchObject({ errcode: 40_058 });
  expect(app.recalled).toEqual([first['msgid']]);
});

test('a customer group tells its members, unless it is none or its owner is out of range', () => {
  const { app, asks } = aStandIn();
  app.groups.groups.set('wrElm', 'li').set('wrOak', 'zhao');
  app.groups.outsiders.set('wrElm', ['wmOne']);
  app.groups.outOfRange.add('zhao');

  const { group_chat } = asks('externalcontact/groupchat/get', { chat_id: 'wrElm' }) as {
    group_chat: { member_list: { userid: string; type: number }[] };
  };

  expect(group_chat.member_list.map(({ userid, type }) => `${userid} ${type}`)).toEqual(['li 1', 'wmOne 2']);
  expect(asks('externalcontact/groupchat/get', { chat_id: 'wrOak' })).toMatchObject({ errcode: 60_011 });
  expect(asks('externalcontact/groupchat/get', { chat_id: 'none' })).toMatchObject({ errcode: 90_501 });
});
