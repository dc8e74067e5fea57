import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { boardStyle } from '../../src/publish/board-style.js';

const sheets = {
  board: boardStyle,
  simulator: readFileSync('src/simulator/page/page.css', 'utf8'),
};

/** The values that a name of the sheet has: by day, and at night. */
function coloursOf(sheet: string, name: string): string[] {
  return [...sheet.matchAll(/--([a-z]+): (#[\da-f]{6});/gu)].flatMap(([, found, colour = '']) =>
    found === name ? colour : [],
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(Object.entries(sheets))('the words in an empty field of the %s stand out by day and at night', (_, sheet) => {
  const name = /::placeholder \{\s*color: var\(--([a-z]+)\);\s*opacity: 1;\s*\}/u.exec(sheet)?.[1] ?? '';
  const papers = coloursOf(sheet, 'paper');
  const words = coloursOf(sheet, name);

  expect(papers).toHaveLength(2);
  expect(words).toHaveLength(2);
  for (const [at, paper] of papers.entries()) {
    const [dark = 0, light = 0] = [luminance(paper), luminance(words[at] ?? paper)].toSorted((a, b) => a - b);
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  }
});

test('nothing of the simulator is given a height that a thumb misses', () => {
  const heights = [...sheets.simulator.matchAll(/min-height: (\d+)(?:px)?;/gu)].map(([, height]) => Number(height));

  expect(heights.filter(height => height > 0 && height < 44)).toEqual([]);
});

test('the links that stand by themselves on the board are 44 px high in the usual size', () => {
  const rules = sheets.board
    .split('\n')
    .filter(rule => rule.includes('min-height: 44px') && !rule.includes('html.large'));

  for (const link of ['.eyebrow a', '.note a', '.log a', '.months a', '.pager a', 'summary'])
    expect(rules.some(rule => (rule.split('{')[0] ?? '').split(',').some(one => one.trim() === link))).toBe(true);
});
