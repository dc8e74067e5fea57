import { bubble } from './bubbles.js';
import { el } from './dom.js';

const maxPictureBytes = 10 * 1024 * 1024;

/** One chat on the page: its messages and the line to write in. `act` says, presses and complains for the page. */
export class Pane {
  constructor(root, kind, act) {
    this.kind = kind;
    this.act = act;
    this.quoted = undefined;
    this.pictures = [];
    this.title = el('h2');
    this.list = el('ol.messages', { 'aria-live': 'polite', tabIndex: 0 });
    this.attached = el('.attached');
    this.input = el('textarea', {
      rows: 1,
      placeholder: { group: '在群里说……', single: '单独对机器人说……', wechat: '对客服说……' }[kind],
      'aria-label': '要说的话',
      maxLength: 10_000,
    });
    this.input.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.send();
    });
    this.option = el('input', { type: 'checkbox', checked: kind === 'group' });
    const file = el('input', { type: 'file', accept: 'image/png,image/jpeg', multiple: true, hidden: true });
    file.addEventListener('change', () => void this.attach([...file.files]).then(() => (file.value = '')));
    this.option.className = kind === 'group' ? 'at' : 'voice';
    const composer = el(
      'form.composer',
      {
        onsubmit: event => {
          event.preventDefault();
          void this.send();
        },
      },
      this.attached,
      kind === 'wechat'
        ? undefined
        : el('label.switch', {}, this.option, el('span', {}, kind === 'group' ? '@机器人' : '按语音发')),
      el(
        '.write',
        {},
        el('button.attach', { type: 'button', 'aria-label': '加图片', onclick: () => file.click() }, '图'),
        file,
        this.input,
        el('button.send', { type: 'submit' }, '发送'),
      ),
    );
    root.append(this.title, this.list, composer);
  }

  /** Shows a chat from its beginning, as one person sees it. */
  show(title, entries, view) {
    this.view = view;
    this.title.replaceChildren(...title);
    this.day = '';
    this.list.replaceChildren(...entries.flatMap(entry => this.rows(entry)));
    this.list.scrollTop = this.list.scrollHeight;
  }

  /** Adds a new entry or redraws a changed one; follows the newest unless the reader has scrolled back. */
  put(entry) {
    const old = this.list.querySelector(`[data-id="${entry.id}"]`);
    const isAtEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 160;
    if (old) old.replaceWith(bubble(entry, this.seen()));
    else this.list.append(...this.rows(entry));
    if (isAtEnd) this.list.scrollTop = this.list.scrollHeight;
  }

  /** The entry, after a line with the day when it is the first of its day. */
  rows(entry) {
    const day = entry.at.slice(0, 10);
    const isSameDay = day === this.day;
    this.day = day;
    const [, month, date] = day.split('-').map(Number);
    return [...(isSameDay ? [] : [el('li.day', {}, `${month}月${date}日`)]), bubble(entry, this.seen())];
  }

  seen() {
    return { ...this.view, ask: text => this.act.say(this.kind, { text }), quote: entry => this.quote(entry) };
  }

  quote(entry) {
    this.quoted = entry;
    this.showAttached();
    this.input.focus();
  }

  async attach(files) {
    for (const file of files.slice(0, 9 - this.pictures.length)) {
      if (file.size > maxPictureBytes) this.act.complain('一张图片最多 10 MB。');
      else this.pictures.push(await dataUrl(file));
    }
    this.showAttached();
  }

  showAttached() {
    const drop = (label, forget) =>
      el('button', { type: 'button', 'aria-label': label, onclick: () => (forget(), this.showAttached()) }, '×');
    const words = this.quoted && (this.quoted.content.text || this.quoted.content.card?.main_title?.title || '图片');
    this.attached.replaceChildren(
      ...(this.quoted
        ? [
            el(
              'span.quoted',
              {},
              `引用：${words.slice(0, 40)}`,
              drop('不引用', () => (this.quoted = undefined)),
            ),
          ]
        : []),
      ...this.pictures.map((src, index) =>
        el(
          'span.thumb',
          {},
          el('img', { src, alt: `图片 ${index + 1}` }),
          drop('去掉图片', () => this.pictures.splice(index, 1)),
        ),
      ),
    );
  }

  async send() {
    const text = this.input.value.trim();
    if (text === '' && this.pictures.length === 0) return;
    const said = {
      text,
      images: this.pictures,
      quote: this.quoted?.id,
      ...(this.kind === 'group' ? { mention: this.option.checked } : { voice: this.option.checked }),
    };
    this.input.value = '';
    this.quoted = undefined;
    this.pictures = [];
    this.showAttached();
    this.list.scrollTop = this.list.scrollHeight;
    if (!(await this.act.say(this.kind, said)) && this.input.value === '') this.input.value = text;
  }
}

function dataUrl(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
