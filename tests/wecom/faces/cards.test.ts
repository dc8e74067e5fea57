import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/talk/reply.js';
import { sayingCard, taskId, templateCard, wordsForCard } from '../../../src/wecom/faces/cards.js';

const first = { taskId: 't', update: false };
const submit = { text: '提交', intent: 'poll.choose' };

function chars(text = ''): number {
  return [...text].length;
}

const text = fc.string({ unit: 'grapheme', maxLength: 150 });
const facts = fc.array(fc.record({ name: text, value: text }), { maxLength: 9 });
const buttons = fc.uniqueArray(fc.record({ text, intent: fc.stringMatching(/^[a-z]{1,9}$/) }), {
  selector: button => button.intent,
  minLength: 1,
  maxLength: 6,
});

test('whatever a card says, what is sent keeps the lengths of 6.4', () => {
  fc.assert(
    fc.property(fc.record({ about: text, title: text, desc: text, text, facts, buttons }), card => {
      const sent = templateCard(card, first);

      expect(chars(sent?.main_title.title)).toBeLessThanOrEqual(26);
      expect(chars(sent?.main_title.desc)).toBeLessThanOrEqual(30);
      expect(chars(sent?.sub_title_text)).toBeLessThanOrEqual(112);
      expect(sent?.button_list).toHaveLength(card.buttons.length);
      for (const button of sent?.button_list ?? []) {
        expect(chars(button.text)).toBeGreaterThan(0);
        expect(chars(button.text)).toBeLessThanOrEqual(10);
      }
      for (const { keyname, value } of sent?.horizontal_content_list ?? []) {
        expect(chars(keyname)).toBeLessThanOrEqual(5);
        expect(chars(value)).toBeLessThanOrEqual(26);
      }
      expect(sent?.horizontal_content_list?.length ?? 1).toBeLessThanOrEqual(6);
      expect(taskId(card.about, 'M1')).toMatch(/^[\w@-]{1,128}$/);
    }),
  );
});

test('whatever stands to choose, what is sent keeps the lengths of 6.4', () => {
  const options = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^\w{1,20}$/), text }), {
    selector: option => option.id,
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, options, fc.boolean(), (title, choosable, many) => {
      const sent = templateCard(
        { about: 'poll-1', title, choices: { slot: 'which', many, options: choosable, submit } },
        first,
      );

      expect(sent?.checkbox?.option_list.map(option => option.id)).toEqual(choosable.map(option => option.id));
      for (const option of sent?.checkbox?.option_list ?? []) {
        expect(chars(option.text)).toBeGreaterThan(0);
        expect(chars(option.text)).toBeLessThanOrEqual(11);
      }
    }),
  );
});

describe('a card of buttons', () => {
  const card: Card = {
    about: 'poll-12',
    title: '第12号表决：更换东门路灯',
    desc: '10月20日 23:59 截止',
    text: '预算3000元，从公共收益支出。',
    facts: [{ name: '已投票', value: '7户' }],
    buttons: [
      { text: '同意', intent: 'poll.vote', slots: { no: 12, choice: 'agree' } },
      { text: '反对', style: 3, intent: 'poll.vote', slots: { no: 12, choice: 'disagree' } },
    ],
  };

  test('becomes a button_interaction', () => {
    expect(templateCard(card, first)).toEqual({
      card_type: 'button_interaction',
      main_title: { title: '第12号表决：更换东门路灯', desc: '10月20日 23:59 截止' },
      sub_title_text: '预算3000元，从公共收益支出。',
      horizontal_content_list: [{ keyname: '已投票', value: '7户' }],
      button_list: [
        { text: '同意', style: 1, key: 'poll.vote {"no":12,"choice":"agree"}' },
        { text: '反对', style: 3, key: 'poll.vote {"no":12,"choice":"disagree"}' },
      ],
      task_id: 't',
    });
  });

  test.each([
    ['no button', []],
    ['seven buttons', Array.from({ length: 7 }, (_, i) => ({ text: `${i}`, intent: `a${i}` }))],
    ['two buttons that mean the same', Array.from({ length: 2 }, () => ({ text: '同意', intent: 'a' }))],
    ['a button whose slots are too long', [{ text: '是', intent: 'a', slots: { t: '长'.repeat(400) } }]],
  ])('cannot be sent with %s', (_, some) => {
    expect(templateCard({ ...card, buttons: some }, first)).toBeUndefined();
  });
});

describe('a card of choices', () => {
  const options = [
    { id: 'lamp', text: '修路灯', chosen: true },
    { id: 'bench', text: '长椅' },
  ];
  const choices = { slot: 'which', many: true, options, closed: true, submit };
  const card: Card = { about: 'poll-12', title: '先做哪一项？', choices };

  test('becomes a vote_interaction, disabled only when a pressed card is updated', () => {
    const sent = templateCard(card, first);
    expect(sent).toEqual({
      card_type: 'vote_interaction',
      main_title: { title: '先做哪一项？' },
      checkbox: {
        question_key: 'which[]',
        mode: 1,
        option_list: [
          { id: 'lamp', text: '修路灯', is_checked: true },
          { id: 'bench', text: '长椅', is_checked: false },
        ],
      },
      submit_button: { text: '提交', key: 'poll.choose' },
      task_id: 't',
    });
    expect(templateCard(card, { taskId: 't', update: true })?.checkbox).toEqual({ ...sent?.checkbox, disable: true });
  });

  test.each([
    ['nothing to choose', []],
    ['21 options', Array.from({ length: 21 }, (_, i) => ({ id: `${i}`, text: '甲' }))],
    ['an id that stands twice', [options[0], options[0]].flatMap(option => option ?? [])],
    ['an id of 129 bytes', [{ id: 'x'.repeat(129), text: '甲' }]],
    ['an empty id', [{ id: '', text: '甲' }]],
  ])('cannot be sent with %s', (_, some) => {
    expect(templateCard({ ...card, choices: { ...choices, options: some } }, first)).toBeUndefined();
  });
});

describe('a task id', () => {
  test('is the same for the same message and different for another', () => {
    expect(taskId('poll-12', 'M1')).toBe(taskId('poll-12', 'M1'));
    expect(taskId('poll-12', 'M1')).not.toBe(taskId('poll-12', 'M2'));
    expect(taskId('poll-12', 'M1')).toMatch(/^poll-12@[0-9a-f]{24}$/);
  });

  test('has only the characters WeChat Work allows, 128 at most', () => {
    expect(taskId('提案 12.1', 'M1')).toMatch(/^---12-1@/);
    expect(taskId('a'.repeat(300), 'M1')).toHaveLength(128);
  });
});

test.each([
  ['已登记。', { title: '已登记。', rest: '' }],
  ['第一行\n第二行\n第三行', { title: '第一行', rest: '第二行\n第三行' }],
  [
    '王阿姨对12号投了同意，已有7户投票，还差111户，今晚23:59截止。',
    { title: '王阿姨对12号投了同意，已有7户投票，还差111户，', rest: '今晚23:59截止。' },
  ],
  ['一'.repeat(40), { title: `${'一'.repeat(25)}…`, rest: '一'.repeat(40) }],
])('%j is laid out on a card with a title that ends at a pause', (words, laidOut) => {
  expect(wordsForCard(words)).toEqual(laidOut);
});

test.each(['button_interaction', 'vote_interaction'] as const)(
  'a saying %s has all the parts its type requires',
  type => {
    const said = sayingCard(type, { title: '一'.repeat(40), rest: '二'.repeat(200) }, 't');

    expect(said).toMatchObject({ card_type: type, task_id: 't' });
    expect(chars(said.main_title.title)).toBe(26);
    expect(type === 'button_interaction' ? said.button_list : said.checkbox?.option_list).toHaveLength(1);
  },
);
