import { Html, html } from './html.js';

/** A bar with its number beside it as words: who cannot see the one reads the other. */
export function meter(label: string, value: number, whole: number, remark = ''): Html {
  const percent = Math.floor((value / whole) * 100);
  const width = Math.max(0, Math.min(100, percent));
  return html`<p>${label} <strong>${percent}%</strong>${remark && `（${remark}）`}</p>
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="${label}${percent}%">
      <rect class="track" width="100" height="4" />
      <rect class="bar" width="${width}" height="4" />
    </svg>`;
}
