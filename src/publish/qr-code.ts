import QRCode from 'qrcode';
import { type Html, html } from './html.js';

/** A QR code for a page, drawn in the page itself: nothing is fetched, and it is black on white in the dark as well. */
export function qrCode(words: string, label: string): Html {
  const { modules } = QRCode.create(words, { errorCorrectionLevel: 'M' });
  const side = modules.size + 4;
  const squares = Array.from(modules.data, (dark, at) => {
    const [x, y] = [(at % modules.size) + 2, Math.floor(at / modules.size) + 2];
    return dark ? `M${x} ${y}h1v1h-1z` : '';
  }).join('');
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}">
    <rect width="${side}" height="${side}" fill="#fff" />
    <path d="${squares}" fill="#000" />
  </svg>`;
}
