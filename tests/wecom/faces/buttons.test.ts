import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buttonKey, questionKey, readAnswer, readButtonKey, spentKey } from '../../../src/wecom/faces/buttons.js';
import { keySeal } from '../../../src/wecom/faces/key-seal.js';

test('a button comes back as the intent and the slots it was made of', () => {
  const intent = fc.stringMatching(/^[a-z]{1,12}\.[a-z]{1,12}$/);
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
  const slots = fc.dictionary(fc.stringMatching(/^[a-z]\w{0,8}$/), value, { maxKeys: 5 });

  fc.assert(
    fc.property(intent, slots, (name, filled) => {
      const key = buttonKey({ intent: name, slots: filled });

      if (key === undefined) return expect(JSON.stringify(filled).length).toBeGreaterThan(300);
      expect(Buffer.byteLength(key)).toBeLessThanOrEqual(1024);
      expect(readButtonKey(key)).toEqual({ intent: name, slots: { ...filled }, revision: '' });
    }),
  );
});

test('a key may be 1024 bytes long with its seal, and no longer', () => {
  const seal = keySeal(Buffer.alloc(32));
  const sealed = (length: number) => {
    const key = buttonKey({ intent: 'a.b', slots: { t: 'x'.repeat(length) } });
    return key && seal.close(key, { taskId: 'poll-12', receiver: 'r001' });
  };
  const longest = Array.from({ length: 1024 }, (_, length) => sealed(length)).findLast(key => key !== undefined);

  expect(longest).toHaveLength(1024);
});

test.each([spentKey, '', ' ', 'poll.vote [1]', 'poll.vote {', 'poll vote', '{"no":1}', 'poll.vote null'])(
  'the key %j is none of ours',
  key => {
    expect(readButtonKey(key)).toBeUndefined();
  },
);

test('answers to a question fill its slot: one value, or a list where several may be ticked', () => {
  expect(readAnswer(questionKey('which', false), ['lamp'])).toEqual(['which', 'lamp']);
  expect(readAnswer(questionKey('which', true), ['lamp'])).toEqual(['which', ['lamp']]);
  expect(readAnswer(questionKey('which', true), [])).toEqual(['which', []]);
  expect(readAnswer(questionKey('which', false), [])).toBeUndefined();
});
