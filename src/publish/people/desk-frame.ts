import { framed } from '../board-frame.js';
import { type Html, html } from '../html.js';
import type { Look } from '../look.js';
import { qrCode } from '../qr-code.js';

/** The address of a link that opens the desk once. */
export function deskEntry(secret: string): string {
  return `/desk/login/${secret}`;
}

/** What every page of the desk is made with. */
export interface DeskSeat {
  readonly gridName: string;
  /** Goes into every form, so that no other site can send one for the reader. */
  readonly csrf: string;
  readonly look: Look;
}

/** One page of the desk: the way home and the way out stand on top of each. */
export function deskPage({ gridName, csrf, look }: DeskSeat, { title, body }: { title: string; body: Html }): string {
  return framed({
    title: `${title} · 办事台`,
    look,
    styles: ['/desk/style.css'],
    body: html`<header class="bar">
        <a href="/desk">办事台</a><span>${gridName}</span>
        <form method="post" action="/desk/logout">${formKey(csrf)}<button type="submit">退出</button></form>
      </header>
      ${body}`,
  });
}

/** What each form of the desk carries. */
export function formKey(csrf: string): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}" />`;
}

/** The page behind a link that still opens: one press, so that no program that only looks uses the link up. */
export function deskLoginPage(look: Look, { whose, other }: { whose: string; other: string | null }): string {
  return framed({
    title: '打开办事台 · 众议众筹',
    look,
    body: html`<h1>打开办事台</h1>
      ${
        other !== null &&
        html`<p class="card told">这里现在是<strong>${other}</strong>在用办事台。要换成<strong>${whose}</strong>吗？</p>
          <p><a class="touch" href="/desk">不换，回到${other}的办事台</a></p>`
      }
      ${whose !== '' && html`<p>以<strong>${whose}</strong>的身份继续。不是您本人，请关掉这一页。</p>`}
      <p>这个链接是给您一个人的，只能用一次，请不要转发。30分钟不用，就自动退出。</p>
      <form method="post">
        <button type="submit" class="main">${loginWords(whose, other !== null)}进入办事台</button>
      </form>`,
  });
}

function loginWords(whose: string, isChange: boolean): string {
  if (whose === '') return '';
  return isChange ? `换成${whose}，` : '是我，';
}

/**
 * The page for whoever has no (valid) session: one sentence, and what to do; outside WeChat, the code by which it opens there. `isKept`: a
 * form was handed in too late and waits for its member.
 */
export function deskClosedPage(look: Look, { scan, isKept }: { scan: string | null; isKept: boolean }): string {
  return framed({
    title: '请重新打开 · 众议众筹办事台',
    look,
    body: html`<h1>请重新打开办事台</h1>
      ${isKept && html`<p><strong>刚才的还没有交，您填的替您留着（照片要再选）：两小时内重新打开，就接着办。</strong></p>`}
      <p>链接只能用一次，过时作废；30分钟没用，或者职务、住户有变动，也会自动退出。</p>
      <p>请在和众议众筹小助手的私聊里发送“办事台”，点里面的新链接。</p>
      ${
        scan !== null &&
        html`<h2>或者用微信打开</h2>
          <p>用微信扫一扫，在微信里打开就认得您，不用链接。</p>
          ${qrCode(scan, '在微信里打开办事台的二维码')}`
      }`,
  });
}

/** The page after leaving. */
export function deskLeftPage(look: Look): string {
  return framed({
    title: '已退出 · 众议众筹办事台',
    look,
    body: html`<h1>已退出办事台</h1>
      <p>要再打开，请在和众议众筹小助手的私聊里发送“办事台”。</p>`,
  });
}

/** The page for a form that was not sent from the desk itself, or not in this session. */
export function deskForeignPage(look: Look): string {
  return framed({
    title: '没有办 · 众议众筹办事台',
    look,
    body: html`<h1>这一次没有办</h1>
      <p>这张表不是从您现在打开的办事台交上来的，什么也没有记。</p>
      <p><a href="/desk">回到办事台</a>，重新打开这张表再交。</p>`,
  });
}

/** The page for an address of the desk under which there is nothing. */
export function deskNothingPage(seat: DeskSeat): string {
  return deskPage(seat, {
    title: '没有这一页',
    body: html`<h1>没有找到这一页</h1>
      <p>网址可能抄错了，或者没有这个编号的事。</p>
      <p><a href="/desk">回到办事台</a></p>`,
  });
}
