import { drawCard } from './cards.js';
import { el, link } from './dom.js';
import { draw } from './markdown.js';

/** One entry of a chat as a list item, seen by the person who is played. */
export function bubble(entry, view) {
  const { content } = entry;
  const row = el('li', { className: 'message', tabIndex: -1 });
  row.dataset.id = entry.id;
  row.dataset.kind = content.kind;
  if (content.kind === 'fault') {
    const code = content.errcode === undefined ? '' : `（错误码 ${content.errcode}）`;
    row.append(el('p.fault', {}, content.text + code));
    return row;
  }
  const mine = content.kind === 'said' && content.by === view.me;
  if (mine) row.classList.add('mine');
  const who = author(content, view);
  const quoting = el('button.quote', { type: 'button', onclick: () => view.quote(entry) }, '引用');
  row.append(
    el('span.face', { className: `face ${who.look}`, 'aria-hidden': 'true' }, who.short),
    el(
      '.body',
      {},
      el('p.who', {}, `${who.name} `, el('time', {}, entry.at.slice(11, 16)), quoting),
      el('.bubble', {}, ...inside(entry, view)),
      ...under(entry),
    ),
  );
  return row;
}

function author(content, { nameOf, placeOf, botName }) {
  if (content.kind === 'answer') return { name: botName, short: '议', look: 'bot' };
  if (content.kind === 'kefu') return { name: `${botName} · 客服`, short: '服', look: 'bot' };
  if (content.kind === 'task') return { name: '客户联系 · 群发助手', short: '群', look: 'look-1' };
  if (content.kind === 'push' && !content.by) return { name: `${botName} · 消息推送`, short: '议', look: 'bot' };
  const name = nameOf(content.by);
  return { name: `${name} ${placeOf(content.by)}`.trim(), short: name.slice(-2), look: `look-${hash(content.by) % 6}` };
}

function hash(text) {
  return [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7);
}

function inside(entry, view) {
  const { content } = entry;
  const parts = [];
  if (content.quote)
    parts.push(
      el(
        'blockquote.quoted',
        {},
        `${content.quote.by ? `${view.nameOf(content.quote.by)}：` : ''}${content.quote.text.slice(0, 120)}`,
      ),
    );
  if (content.kind === 'kefu') parts.push(...menu(content, view));
  else if (content.kind === 'task') parts.push(...task(content, view));
  else if (content.kind === 'said') {
    if (content.voice) parts.push(el('span.voice', {}, '🔊 语音 '));
    if (content.text) parts.push(el('p.plain', {}, content.text));
  } else {
    if (content.text) parts.push(...draw(content.text, content.dialect, view.nameOf));
    if (content.mentions?.length)
      parts.push(
        el(
          'p',
          {},
          ...content.mentions.map(one => el('span.mention', {}, `@${one === '@all' ? '所有人' : view.nameOf(one)} `)),
        ),
      );
    if (content.kind === 'answer' && !content.finished)
      parts.push(el('span.typing', { 'aria-label': '正在回答' }, '……'));
    for (const article of content.articles ?? [])
      parts.push(el('.article', {}, link(article.url, article.title), el('p', {}, article.description ?? '')));
    if (content.file)
      parts.push(
        el(
          'p.file',
          {},
          '📄 ',
          link(content.file.link, content.file.name),
          `（${Math.ceil(content.file.bytes / 1024)} KB）`,
        ),
      );
    const card = content.faces?.[view.me] ?? content.faces?.['*'] ?? content.card;
    if (card) {
      const press = content.kind === 'answer' ? (key, options) => view.press(entry.id, key, options) : undefined;
      parts.push(drawCard(card, { press, ask: view.ask }));
    }
  }
  for (const id of content.pictures ?? []) {
    const address = `/simulator/pictures/${id}`;
    parts.push(
      el('a.picture', { href: address, target: '_blank' }, el('img', { src: address, alt: '图片', loading: 'lazy' })),
    );
  }
  return parts;
}

/** A message of 微信客服: its links open on that phone, and a tap on a row is a message of its customer. */
function menu({ text, rows }, view) {
  const words = text.split(/(https?:\/\/[^\s，。）]+)/).map(part => {
    const [, path] = /^https?:\/\/[^/]+(\/.*)$/.exec(part) ?? [];
    return path ? link(view.opens(path), part.length > 40 ? `${part.slice(0, 40)}…` : part) : part;
  });
  const row = one => el('button', { type: 'button', onclick: () => view.tap(one) }, one.content);
  return [el('p.plain', {}, ...words), ...(rows.length > 0 ? [el('.menu', {}, ...rows.map(row))] : [])];
}

/** What waits to be sent by a member: nothing is in the residents' group before they tap. */
function task({ msgid, text, status }, view) {
  const words = { unsent: '有一条消息等您发到居民群', sent: '已发到居民群', cancelled: '这一条没有发，已经撤回' };
  const send = el('button.send', { type: 'button', onclick: () => view.confirm(msgid) }, '发送');
  return [el('p', {}, words[status]), el('blockquote.quoted', {}, text), ...(status === 'unsent' ? [send] : [])];
}

function under({ content }) {
  const isUnheard = content.kind === 'said' && !content.heard;
  return isUnheard ? [el('p.unheard', {}, '没有 @机器人，它收不到这一句')] : [];
}
