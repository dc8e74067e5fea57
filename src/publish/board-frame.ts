import { Html, html } from './html.js';
import { type Look, usualLook } from './look.js';

interface BoardPage {
  readonly title: string;
  readonly body: Html;
  /** What stands at the foot of the sheet, above the name of the board. */
  readonly foot?: Html;
  readonly look?: Look;
  /** Stylesheets beside the board's own. */
  readonly styles?: readonly string[];
}

/** One whole page of the notice board: no script, one stylesheet, readable on an old phone and on paper. */
export function framed({ title, body, foot, look = usualLook, styles = [] }: BoardPage): string {
  return html`<!doctype html>
    <html lang="zh-CN" class="${look.large ? 'large' : 'usual'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${['/board/style.css', ...styles].map(href => html`<link rel="stylesheet" href="${href}" />`)}
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        <nav class="sizes" aria-label="字的大小">
          <a href="${look.otherSize}">${look.large ? '恢复标准字' : '换成大字'}</a>
        </nav>
        <main id="main">${body}</main>
        <footer>
          ${foot}
          <p>众议众筹公示栏：方案、资金、进度三公开。</p>
        </footer>
      </body>
    </html> `.text;
}

/** The page for an address under which nothing is posted. */
export function nothingHere(look?: Look): string {
  return framed({
    ...(look ? { look } : {}),
    title: '没有这一页 · 众议众筹公示栏',
    body: html`<h1>没有找到这一页</h1>
      <p>网址可能抄错了，或者这个网格、这个编号还没有项目。</p>
      <p>请在网格的微信群里@小助手，发送“项目列表”，点里面的链接就能打开。</p>`,
  });
}

/** The page for a reader, or a program, that asks faster than anybody reads. */
export function tooFast(seconds: number): string {
  return framed({
    title: '请慢一点 · 众议众筹公示栏',
    body: html`<h1>打开得太快了</h1>
      <p>请过${seconds}秒再打开。公示的内容都还在，群里也能看到同样的内容。</p>`,
  });
}

/** The page for somebody who asks for something else than reading. */
export function somethingWrong(): string {
  return framed({
    title: '暂时打不开 · 众议众筹公示栏',
    body: html`<h1>暂时打不开</h1>
      <p>请过几分钟再试。公示的内容都还在，群里也能看到同样的内容。</p>`,
  });
}
