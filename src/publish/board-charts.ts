import type { Colour } from '../domain/county/colour.js';
import { Html, html } from './html.js';

interface Share {
  readonly name: string;
  readonly value: number;
  /** The value in words. */
  readonly said: string;
  /** The colour that it stands for; without it, one of the chart's own. */
  readonly colour?: Colour;
}

/** One bar cut into shares, with each share's name and number as text below: who cannot see the bar reads the list. */
export function shares(label: string, parts: readonly Share[]): Html | false {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  if (whole <= 0) return false;
  let from = 0;
  const fill = ({ colour }: Share, index: number): string => (colour ? `own ${colour}` : `k${(index % 6) + 1}`);
  const bars = parts.map((part, index) => {
    const { value } = part;
    const width = Math.round((value / whole) * 10_000) / 100;
    const bar = html`<rect class="${fill(part, index)}" x="${from.toFixed(2)}" width="${width}" height="4" />`;
    from += width;
    return bar;
  });
  return html`<svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="${label}">${bars}</svg>
    <ul class="legend">
      ${parts.map(
        (part, index) =>
          html`<li>
            <svg viewBox="0 0 4 4" aria-hidden="true"><rect class="${fill(part, index)}" width="4" height="4" /></svg>
            <span class="what">${part.name}</span>
            <span class="number">${part.said}（${share(part.value, whole)}）</span>
          </li>`,
      )}
    </ul>`;
}

/** A bar with a mark on it that has to be reached, both said in words by the caller. */
export function barWithMark(label: string, value: number, whole: number, mark: number | null): Html {
  const at = (part: number): number => Math.max(0, Math.min(100, Math.round((part / whole) * 1000) / 10));
  return html`<svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="${label}">
    <rect class="track" width="100" height="4" />
    <rect class="bar" width="${at(value)}" height="4" />
    ${mark !== null && html`<line class="mark" x1="${at(mark)}" x2="${at(mark)}" y1="0" y2="4" />`}
  </svg>`;
}

/** Percent with one decimal, rounded so that two shares add up to a hundred, yet a part is never called the whole. */
function share(value: number, whole: number): string {
  const percent = Math.round((value / whole) * 1000) / 10;
  return `${(value < whole ? Math.min(99.9, percent) : percent).toFixed(1)}%`;
}
