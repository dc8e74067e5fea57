import { momentWords } from '../../domain/calendar.js';
import { html } from '../html.js';
import { qrCode } from '../qr-code.js';
import { type DeskSeat, deskPage } from './desk-frame.js';

/** Something that people sign in for on the spot. */
export interface SignIn {
  readonly title: string;
  readonly until: Date | null;
  /** Where the code leads: the form of the sign-in, filled in. */
  readonly url: string;
  readonly urlOut?: string;
}

/** The codes that an organiser shows on the spot: whoever scans one has the form of the sign-in before them. */
export function signInPage(seat: DeskSeat, open: readonly SignIn[], now: Date): string {
  return deskPage(seat, {
    title: '签到码',
    body: html`<h1>签到码</h1>
      <p class="note">到了现场再给大家扫；没有微信的，由您补记。</p>
      ${open.length === 0 && html`<p class="card">您现在没有要签到的会议或志愿活动。</p>`}
      ${open.map(
        ({ title, until, url, urlOut }) =>
          html`<section class="card">
            <h2>${title}</h2>
            ${until && html`<p class="note">用到${momentWords(until, now)}。</p>`}
            <h3>来了扫这个</h3>
            ${qrCode(url, `${title}的签到二维码`)}
            ${
              urlOut !== undefined &&
              html`<h3>走时扫这个</h3>
                ${qrCode(urlOut, `${title}的签退二维码`)}`
            }
          </section>`,
      )}`,
  });
}
