import { describe, expect, test } from 'vitest';
import { isForBot, readCallback } from '../../../src/wecom/robot/callback.js';
import { bareKeys as bare } from '../../support/bare-keys.js';

const single = { msgid: 'M1', aibotid: 'AIB1', chattype: 'single', from: { userid: 'zhao.min' } };
const group = { ...single, chattype: 'group', chatid: 'CHAT7', response_url: 'https://qyapi.weixin.qq.com/r?c=1' };

const body = (json: object) => readCallback(json, bare)?.body;

describe('a message', () => {
  test('of text in a group keeps its mention, and brings its chat and its response url', () => {
    expect(readCallback({ ...group, msgtype: 'text', text: { content: '@小账本 提案：修东门路灯' } }, bare)).toEqual({
      id: 'M1',
      userid: 'zhao.min',
      chat: { kind: 'group', id: 'CHAT7' },
      body: { kind: 'said', text: '@小账本 提案：修东门路灯', pictures: [] },
      responseUrl: 'https://qyapi.weixin.qq.com/r?c=1',
    });
  });

  test('of mixed text and pictures brings both', () => {
    const msg_item = [
      { msgtype: 'text', text: { content: '@小账本' } },
      { msgtype: 'image', image: { url: 'https://x/1' } },
      { msgtype: 'text', text: { content: '2号楼报修' } },
      { msgtype: 'image', image: { url: 'https://x/2', aeskey: 'K' } },
      { msgtype: 'hologram' },
      'nonsense',
    ];
    expect(body({ ...group, msgtype: 'mixed', mixed: { msg_item } })).toEqual({
      kind: 'said',
      text: '@小账本 2号楼报修',
      pictures: [{ url: 'https://x/1' }, { url: 'https://x/2', aesKey: 'K' }],
    });
  });

  test('of voice is its transcript', () => {
    expect(body({ ...single, msgtype: 'voice', voice: { content: '我认捐两百元' } })).toMatchObject({
      kind: 'said',
      text: '我认捐两百元',
    });
  });

  test.each([
    [{ msgtype: 'text', text: { content: '提案 #12 修东门路灯' } }, '提案 #12 修东门路灯'],
    [{ msgtype: 'voice', voice: { content: '十二号' } }, '十二号'],
    [
      {
        msgtype: 'mixed',
        mixed: { msg_item: [{ text: { content: '提案' } }, { image: { url: 'u' } }, { text: { content: '#12' } }] },
      },
      '提案 #12',
    ],
    [{ msgtype: 'image', image: { url: 'https://x/1' } }, undefined],
    [{ msgtype: 'text' }, undefined],
    ['nonsense', undefined],
  ])('that quotes %j brings the quoted words', (quote, quoted) => {
    const message = { ...group, msgtype: 'text', text: { content: '我认捐100元' }, quote };
    expect(body(message)).toEqual({ kind: 'said', text: '我认捐100元', quoted, pictures: [] });
  });

  test.each(['image', 'file', 'video'])('that is a %s alone is something sent', type => {
    expect(body({ ...single, msgtype: type, [type]: { url: 'https://x/1', aeskey: 'K' } })).toEqual({
      kind: 'sent',
      type,
      attachment: { url: 'https://x/1', aesKey: 'K' },
    });
  });

  test('that refreshes a stream awaits the rest of it', () => {
    expect(body({ ...group, msgtype: 'stream', stream: { id: 's-1' } })).toEqual({ kind: 'awaits', streamId: 's-1' });
  });

  test('loses its control characters and keeps its lines', () => {
    const content = '一\u0000二\u0007\r\n三\t四\u007F\u0085';
    expect(body({ ...single, msgtype: 'text', text: { content } })).toMatchObject({ text: '一二\n三\t四' });
  });
});

describe('an event', () => {
  const event = (eventtype: string, inner: object = {}) => ({
    ...group,
    msgtype: 'event',
    event: { eventtype, [eventtype]: inner },
  });
  const pressed = (inner: object) => body(event('template_card_event', { task_id: 'poll-12@a', ...inner }));

  test('of entering opens the private chat', () => {
    const { chatid: _, ...entering } = { ...event('enter_chat'), chattype: 'single' };
    expect(readCallback(entering, bare)).toMatchObject({ chat: { kind: 'single' }, body: { kind: 'entered' } });
  });

  test.each([
    { card_type: 'button_interaction', event_key: 'poll.vote {"no":12,"choice":"agree"}' },
    { cardtype: 'button_interaction', eventkey: 'poll.vote {"no":12,"choice":"agree"}' },
  ])('of a button press in the spelling %j', inner => {
    expect(pressed(inner)).toEqual({
      kind: 'pressed',
      press: {
        taskId: 'poll-12@a',
        cardType: 'button_interaction',
        intent: 'poll.vote',
        slots: { no: 12, choice: 'agree' },
        revision: '',
      },
    });
  });

  test.each([
    [{ question_key: 'which', option_ids: { option_id: ['lamp'] } }, { which: 'lamp' }],
    [{ question_key: 'which', option_ids: { option_id: 'lamp' } }, { which: 'lamp' }],
    [{ question_key: 'which', optionids: { optionid: ['lamp'] } }, { which: 'lamp' }],
    [{ question_key: 'which', option_ids: { optionid: 'lamp' } }, { which: 'lamp' }],
    [{ question_key: 'which', option_ids: { option_id: ['lamp', 'bench'] } }, { which: ['lamp', 'bench'] }],
    [{ question_key: 'which[]', option_ids: { option_id: ['lamp'] } }, { which: ['lamp'] }],
    [{ question_key: 'which[]' }, { which: [] }],
    [{ question_key: 'which' }, {}],
  ])('of a filled-in card with %j', (item, chosen) => {
    for (const selected_item of [item, [item]]) {
      const inner = {
        card_type: 'vote_interaction',
        event_key: 'vote.submit {"no":3}',
        selected_items: { selected_item },
      };
      expect(pressed(inner)).toMatchObject({ press: { intent: 'vote.submit', slots: { no: 3, ...chosen } } });
    }
  });

  test.each([
    ['feedback_event', event('feedback_event', { id: 'fb', type: 2 })],
    ['auth_change_event', event('auth_change_event')],
    [
      'template_card_event',
      event('template_card_event', { task_id: 't', card_type: 'button_interaction', event_key: '-' }),
    ],
    ['template_card_event', event('template_card_event', { event_key: 'poll.vote' })],
    ['event', { ...group, msgtype: 'event' }],
    ['hologram', { ...group, msgtype: 'hologram' }],
    ['text', { ...group, msgtype: 'text', text: { content: 5 } }],
    ['mixed', { ...group, msgtype: 'mixed', mixed: { msg_item: 'x' } }],
    ['image', { ...group, msgtype: 'image', image: { url: '' } }],
    ['stream', { ...group, msgtype: 'stream' }],
  ])('without use is ignored: %s', (what, json) => {
    expect(body(json)).toEqual({ kind: 'ignored', what });
  });
});

test.each([
  ['no sender', { ...single, from: {}, msgtype: 'text', text: { content: '你好' } }],
  ['an empty sender', { ...single, from: { userid: '' }, msgtype: 'text', text: { content: '你好' } }],
  ['the sender sys', { ...single, from: { userid: 'sys' }, msgtype: 'text', text: { content: '你好' } }],
  ['a group without its chat id', { ...single, chattype: 'group', msgtype: 'text', text: { content: '你好' } }],
  ['no message id', { ...single, msgid: undefined, msgtype: 'text', text: { content: '你好' } }],
  ['no type', single],
  ['an array', []],
  ['null', null],
])('a callback with %s is dropped', (_, json) => {
  expect(readCallback(json, bare)).toBeUndefined();
});

test.each<[what: string, json: unknown, isHeard: boolean]>([
  ['a message to this bot', { ...single, msgtype: 'text' }, true],
  ['one that names no bot', { msgid: 'M1', msgtype: 'text' }, true],
  ['a message to another bot', { ...single, aibotid: 'AIB2' }, false],
  ['an event of this bot', { ...single, msgtype: 'event', event: { eventtype: 'enter_chat' } }, true],
  ['an event of another bot', { aibotid: 'AIB2', event: { eventtype: 'enter_chat' } }, false],
  ['the word that the connection was taken', { aibotid: 'AIB1', event: { eventtype: 'disconnected_event' } }, false],
  ['what is no object', 'hello', true],
])('over the long connection %s is heard: %o', (_, json, isHeard) => {
  expect(isForBot(json, 'AIB1')).toBe(isHeard);
});
