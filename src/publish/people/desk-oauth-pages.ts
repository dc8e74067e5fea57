import { framed } from '../board-frame.js';
import { type Html, html } from '../html.js';
import type { Look } from '../look.js';

/** The page for whoever is known to WeChat and belongs to no home yet: how to, and the way there. */
export function deskUnboundPage(look: Look, kf: string | null): string {
  return framed({
    title: '还没有绑定住户 · 众议众筹办事台',
    look,
    body: html`<h1>您的微信还没有绑定住户</h1>
      <p>绑定以后，在微信里点开就能投票、认捐、看自己家的事。</p>
      ${kf === null ? html`<p>请用微信扫楼道海报、公示栏或绑定卡上的客服二维码，照提示绑定，再打开这一页。</p>` : html`<p>先<a href="${kf}">到客服里绑定</a>：发送“我是5号楼2单元301的周桂兰”这样一句话，或者扫自家的绑定卡，再打开这一页。</p>`}
      <p>这里只记下微信给的一个编号，好认出是您；不显示给任何人，您注销时一起删除。</p>`,
  });
}

/** The page for whoever opened a link that was given to somebody else. */
export function deskNotYoursPage(look: Look): string {
  return framed({
    title: '不是您的链接 · 众议众筹办事台',
    look,
    body: html`<h1>这个链接不是给您的</h1>
      <p>它是发给另一位邻居的，什么也没有办。办自己家的事，请在和众议众筹小助手的私聊或客服里发送“办事台”。</p>`,
  });
}

/** The page where coming in by WeChat failed twice. */
export function deskAgainPage(look: Look): string {
  return framed({
    title: '请重新打开 · 众议众筹办事台',
    look,
    body: html`<h1>没有认出您，请重新打开</h1>
      <p>
        请点<a href="/desk">这里再打开一次</a>。还不行，就在和众议众筹小助手的私聊或客服里发送“办事台”，点里面的链接。
      </p>`,
  });
}

/** The way from the desk into 微信客服; null where the grid has none. */
export function deskKfCard(link: string | null): Html | null {
  return link === null ? null : html`<p class="card"><a href="/desk/kf">到微信客服里接着聊</a>：打字、发照片都行。</p>`;
}
