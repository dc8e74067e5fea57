import { framed } from '../board-frame.js';
import { paragraphs } from '../desk-form.js';
import { type Html, html } from '../html.js';
import type { Look } from '../look.js';

/** What whoever belongs to no home yet is shown to be bound by. */
interface BindView {
  /** Goes into the forms, so that they are of this person and no other; null for whom no form can bind. */
  readonly key: string | null;
  /** The neighbourhoods there are to choose from. */
  readonly grids: readonly { readonly id: number; readonly name: string }[];
  /** The way into 微信客服, where there is one. */
  readonly kf: string | null;
  /** What was typed before, and what was said to it. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly said?: string;
}

/** The page for whoever is known to WeChat and belongs to no home yet: the forms that bind, and the other ways there. */
export function deskUnboundPage(look: Look, view: BindView): string {
  const { key, kf, said } = view;
  return boundPage(
    look,
    '还没有绑定住户',
    html`<h1>您的微信还没有绑定住户</h1>
      ${said !== undefined && html`<section class="card told">${paragraphs(said)}</section>`}
      <p>绑定以后，在微信里点开就能投票、认捐、看自己家的事。</p>
      ${key === null ? html`<p>这个账号是别的单位的，这里绑定不了：请用自己的微信打开这一页。</p>` : forms(view, key)}
      ${kf !== null && html`<p>也可以<a href="${kf}">到客服里绑定</a>：发送“我是5号楼2单元301的周桂兰”这样一句话。</p>`}
      <p>这里只记下微信给的一个编号，好认出是您；不显示给任何人，您注销时一起删除。</p>`,
  );
}

function forms(view: BindView, key: string): Html {
  const { typed = {}, grids } = view;
  const field = (name: string, label: string): Html =>
    html`<p>
      <label for="f-${name}">${label}</label
      ><input type="text" id="f-${name}" name="${name}" value="${typed[name] ?? ''}" maxlength="40" />
    </p>`;
  const where = (): Html =>
    grids.length === 1
      ? html`<input type="hidden" name="grid" value="${grids[0]?.id}" />`
      : html`<p>
          <label
            >小区<select name="grid">
              ${grids.map(({ id, name }) => html`<option value="${id}" ${typed['grid'] === String(id) && 'selected'}>${name}</option>`)}
            </select></label
          >
        </p>`;
  const form = (how: string, fields: Html, words: string): Html =>
    html`<form method="post" action="/desk/bind" class="fill">
      <input type="hidden" name="_key" value="${key}" /><input type="hidden" name="_how" value="${how}" />${where()}
      ${fields}
      <button type="submit" class="main">${words}</button>
    </form>`;
  return html`<h2>有绑定卡</h2>
    ${form('member.code', field('code', '卡上的12位字母和数字'), '绑定')}
    <h2>没有绑定卡</h2>
    ${form(
      'member.bind',
      html`${field('building', '楼号')} ${field('unit', '单元')} ${field('room', '房号')} ${field('name', '姓名')}`,
      '请楼长确认',
    )}`;
}

/** What was understood, to be looked at before it binds. */
export function deskBindAsksPage(
  look: Look,
  asked: { readonly said: string; readonly fields: readonly (readonly [name: string, value: string])[] },
): string {
  return boundPage(
    look,
    '请确认',
    html`<h1>请确认</h1>
      <form method="post" action="/desk/bind" class="fill">
        <div class="card">${paragraphs(asked.said)}</div>
        ${asked.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <button type="submit" class="main">是，确认</button>
      </form>
      <p><a href="/desk">不是，重新填</a></p>`,
  );
}

/** The page for whoever waits for the leader's yes. */
export function deskBindWaitsPage(look: Look, said: string): string {
  return boundPage(
    look,
    '等楼长确认',
    html`<h1>等楼长确认</h1>
      <section class="card told">${paragraphs(said)}</section>
      <p>确认以后，再<a href="/desk">打开办事台</a>就认得您。</p>`,
  );
}

function boundPage(look: Look, title: string, body: Html): string {
  return framed({ title: `${title} · 众议众筹办事台`, look, styles: ['/desk/style.css'], body });
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
