import { expect, test } from 'vitest';
import { choicesIn, optionsNamed } from '../../../src/domain/poll/choices.js';

const lamps = ['东头装灯', '东头种树', '西头装灯'];
const plans = ['方案B', '方案A', '都不要'];
const counts = ['装3盏', '装2盏'];

test.each([
  [lamps, '东头装灯', ['东头装灯']],
  [lamps, '西头', ['西头装灯']],
  [lamps, '种树', ['东头种树']],
  [lamps, '西头装灯吧', ['西头装灯']],
  [lamps, '东头', ['东头装灯', '东头种树']],
  [lamps, '装灯', ['东头装灯', '西头装灯']],
  [lamps, 'B', ['东头种树']],
  [lamps, '3', ['西头装灯']],
  [lamps, '4', []],
  [lamps, '南头', []],
  [lamps, '', []],
  [plans, '方案a', ['方案A']],
  // The first option is the letter A on paper, and the second one is called so.
  [plans, 'A', ['方案B', '方案A']],
  [plans, 'C', ['都不要']],
  [counts, '2', ['装2盏']],
  [counts, '3', ['装3盏']],
  [['20盏', '30盏'], '2', ['30盏']],
])('of the options %j the words “%s” may name %j', (options, words, named) => {
  expect(optionsNamed(options, words)).toEqual(named);
});

test.each([
  ['东头', lamps],
  ['A', plans],
])('“%s” that fits two options is no vote', (choice, options) => {
  expect(() => choicesIn({ no: 3, options, many: null }, choice)).toThrow('poll.choiceUnknown');
});

test.each([
  ['1', 'agree'],
  ['disagree', 'disagree'],
  ['3', 'abstain'],
])('“%s” answers a poll without options of its own as %s', (choice, chosen) => {
  expect(choicesIn({ no: 3, options: null, many: null }, choice)).toBe(chosen);
});

test('several are taken in the order of the poll, where it takes several', () => {
  expect(choicesIn({ no: 3, options: lamps, many: 2 }, '西头、种树')).toBe('东头种树\n西头装灯');
  expect(() => choicesIn({ no: 3, options: lamps, many: null }, ['西头', '种树'])).toThrow('poll.choiceUnknown');
});
