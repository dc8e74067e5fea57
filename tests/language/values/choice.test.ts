import { expect, test } from 'vitest';
import { readSlot } from '../../../src/language/reading/slots.js';
import { choicesNamed } from '../../../src/language/values/choice.js';
import { readWholeAnswer } from '../../../src/language/values/manner/whole-answer.js';

const now = new Date('2026-03-12T09:30:00+08:00');

test.each([
  ['同意', 'agree'],
  ['我家赞同', 'agree'],
  ['没意见', 'agree'],
  ['要得', 'agree'],
  ['中', 'agree'],
  ['成', 'agree'],
  ['没问题', 'agree'],
  ['OK', 'agree'],
  ['1', 'agree'],
  ['不同意', 'disagree'],
  ['不愿意', 'disagree'],
  ['要不得', 'disagree'],
  ['不成', 'disagree'],
  ['反对', 'disagree'],
  ['2', 'disagree'],
  ['弃权', 'abstain'],
  ['不表态', 'abstain'],
  ['3', 'abstain'],
])('to the question for a choice “%s” is the same to every reader: %s', (words, choice) => {
  expect(readWholeAnswer('choice', words, now)).toEqual({ value: choice });
  expect(readSlot('choice', words, now)).toBe(choice);
});

test.each([
  ['我们都不同意这么办', ['disagree']],
  ['同意装，不同意拆', ['disagree', 'agree']],
  ['他不表态', ['abstain']],
  ['大家有不同意见', []],
  ['行吧', []],
  ['米黄的', []],
])('“%s” names %j plainly', (words, named) => {
  expect(choicesNamed(words)).toEqual(named);
});
