import assert from 'node:assert/strict';
import { draftNames } from '../../src/domain/plan/draft.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, list, optional, projectNo } from '../../src/talk/intent.js';

/** A deed of the draft, and what it is to say. */
interface Given {
  readonly deed: string;
  readonly value: string;
}

function given(parts: readonly unknown[]): Given[] {
  return parts.flatMap(each => {
    const { deed, value } = /^(?<deed>[a-z.]+)：(?<value>[^]+)$/u.exec(String(each))?.groups ?? {};
    return deed !== undefined && value !== undefined && draftNames.has(deed) ? [{ deed, value }] : [];
  });
}

function leftWords(left: unknown): string {
  if (!Array.isArray(left) || left.length === 0) return '';
  return `没有写进去，要的话另说：${left.map(each => plain(String(each), 120)).join('；')}。`;
}

const linesOf = (parts: readonly Given[]): string[] =>
  parts.map(({ deed, value }) => `- ${draftNames.get(deed) ?? ''}：${plain(value, 200)}`);

/** What each deed answers, a line each: what lacks and what differs is told of, and what several say alike only once. */
function eachOnce(answers: readonly string[]): string[] {
  const said = new Set<string>();
  return answers.map(answer => {
    const fresh = answer.split(/(?<=。)/u).filter(sentence => !said.has(sentence));
    for (const sentence of fresh) said.add(sentence);
    return `- ${fresh.join('')}`;
  });
}

/** Each part of a plan by the deed that gives it, all of them or none. */
export default defineIntent({
  slots: { no: projectNo, parts: list('请问方案写哪几样？'), left: optional(list('')) },
  permission: 'plan.publish',
  readBack: ({ no, parts, left }) =>
    [
      `把这几样写进${Number(no)}号方案草稿：`,
      ...linesOf(given(Array.isArray(parts) ? parts : [])),
      leftWords(left),
      '这样对',
    ]
      .filter(Boolean)
      .join('\n'),
  async handle(deed) {
    const { intents, slots } = deed;
    const parts = given(slots.parts);
    const answers: string[] = [];
    for (const { deed: name, value } of parts) {
      // Each of them has one slot beside the number.
      const definition = intents.get(name);
      const [slot, kind] = Object.entries(definition?.slots ?? {}).find(([of]) => of !== 'no') ?? [];
      assert(definition && slot !== undefined && kind, `${name} gives no part of a plan`);
      const answer = await definition.handle({ ...deed, slots: { no: slots.no, [slot]: kind.accept(value) } });
      answers.push(typeof answer === 'string' ? answer : answer.text);
    }
    return [`${slots.no}号方案草稿写进了${parts.length}样，还没有公示：`, ...eachOnce(answers), leftWords(slots.left)]
      .filter(Boolean)
      .join('\n');
  },
});
