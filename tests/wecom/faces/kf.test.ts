import { expect, test } from 'vitest';
import type { Button, Reply } from '../../../src/talk/reply.js';
import { kfMessages } from '../../../src/wecom/faces/kf.js';

const bytes = (text: string): number => Buffer.byteLength(text);
const key = (row: number): string => `${'k'.repeat(24)}-${row}`;
const button = (text: string): Button => ({ text, intent: 'help.show' });
const buttons = (count: number, words = '选项'): Button[] =>
  Array.from({ length: count }, (_, nth) => button(`${words}${nth}`));
const about = 'poll-1';

/** What 微信客服 takes (docs/wecom-doors.md 22.6). */
test.each<[what: string, reply: Reply]>([
  ['words', { text: '已记' }],
  ['words of 9 kB', { text: '很长的话。'.repeat(600) }],
  ['one line of 9 kB', { text: '很'.repeat(3000) }],
  ['a card', { text: '', card: { about, title: '1号', buttons: buttons(6) } }],
  ['a card with long words', { text: '长'.repeat(2000), card: { about, title: '1号', buttons: buttons(6) } }],
  ['a card whose title alone is too long', { text: '', card: { about, title: '长'.repeat(900), buttons: buttons(2) } }],
  ['long rows', { text: '选一个', answers: buttons(9, '很长的选项'.repeat(20)) }],
  ['more rows than are taken', { text: '选一个', answers: buttons(20) }],
  [
    'emoji at the very edge',
    { text: '', card: { about, title: '🏠'.repeat(300), buttons: [button('👍'.repeat(40))] } },
  ],
  ['a row without words', { text: '选一个', answers: [button(''), button('好')] }],
  ['rows without any words', { text: '选一个', answers: [button(''), button(' ')] }],
  [
    'twenty options',
    {
      text: '',
      card: {
        about,
        title: '刷什么颜色',
        choices: {
          slot: 'choice',
          many: false,
          options: Array.from({ length: 20 }, (_, nth) => ({ id: `o${nth}`, text: `颜色${nth}` })),
          submit: button('投票'),
        },
      },
    },
  ],
])('%s: every message is one that WeChat Work takes', (_, reply) => {
  const { bodies, choices } = kfMessages(reply, key);

  expect(bodies.length).toBeGreaterThan(0);
  for (const body of bodies) {
    if (body.msgtype === 'text') {
      expect(bytes(body.text.content)).toBeGreaterThan(0);
      expect(bytes(body.text.content)).toBeLessThanOrEqual(2048);
    }
    if (body.msgtype !== 'msgmenu') continue;
    const { head_content, list } = body.msgmenu;
    expect(bytes(head_content)).toBeGreaterThan(0);
    expect(bytes(head_content)).toBeLessThanOrEqual(1024);
    expect(list.length).toBeLessThanOrEqual(10);
    for (const line of list) {
      const [id, content] = line.type === 'click' ? [line.click.id, line.click.content] : ['x', line.text.content];
      expect(bytes(id)).toBeLessThanOrEqual(64);
      expect(bytes(content)).toBeGreaterThan(0);
      expect(bytes(content)).toBeLessThanOrEqual(line.type === 'click' ? 128 : 256);
      expect(content).not.toContain('\uFFFD');
    }
    expect(list.filter(({ type }) => type === 'click')).toHaveLength(choices.length);
  }
});

test('words and rows that fit are one message, for each counts against the five of a window', () => {
  const { bodies } = kfMessages({ text: '**请选择**', card: { about, title: '1号', buttons: buttons(3) } }, key);

  expect(bodies).toMatchObject([{ msgtype: 'msgmenu', msgmenu: { head_content: '请选择\n1号' } }]);
});

test('what more rows would say is typed, and the row says so', () => {
  const { bodies } = kfMessages({ text: '选一个', answers: buttons(12) }, key);

  expect(bodies).toMatchObject([{ msgmenu: { list: { length: 10 } } }]);
  expect(JSON.stringify(bodies)).toContain('请直接打字回复');
});

test('several options are read and ticked on a page, by one row that leads there', () => {
  const options = ['白色', '米黄'].map(text => ({ id: text, text }));
  const choices = { slot: 'choice', many: true, options, submit: button('投票') };
  const aside = { text: '可以选几项', button: { text: '打开办事台', intent: 'desk.open' } };
  const { bodies, choices: rows } = kfMessages({ text: '', card: { about, title: '颜色', choices, aside } }, key);

  expect(rows.map(({ press }) => press.intent)).toEqual(['desk.open']);
  expect(JSON.stringify(bodies)).toMatch(/白色[^]*米黄[^]*可以选几项[^]*打开办事台/u);
});
