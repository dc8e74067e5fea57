import { el, link } from './dom.js';
import { Pane } from './pane.js';

/**
 * The phone of a resident with personal WeChat: the chat with 客服, the residents' group, and pages of the desk as they open inside WeChat.
 * `act` sends and complains for the page; `view` names people.
 */
export class WeChat {
  constructor(root, { act, entriesOf, view }) {
    this.act = act;
    this.entriesOf = entriesOf;
    this.view = view;
    this.place = 'kf';
    this.people = [];
    this.who = el('select', { 'aria-label': '谁的手机', onchange: () => this.play(this.who.value) });
    this.places = el('span.places');
    this.tools = el('.tools');
    this.aside = el('p.paper', { hidden: true });
    const chat = el('section.chat');
    root.append(
      el('.phone-bar', {}, el('label', {}, '个人微信 ', this.who), this.places),
      this.tools,
      this.aside,
      chat,
    );
    const say = (_, { text, images }) => act.send('/simulator/phone/say', { id: this.me.id, text, images });
    this.pane = new Pane(chat, 'wechat', { say, complain: act.complain });
    this.chat = chat;
  }

  /** Those of a grid who have no account in the company. */
  meet(people, gridOf) {
    this.people = people;
    this.gridOf = gridOf;
    const words = ({ name, building, unit, room, phone }) =>
      `${name}（${building}号楼${unit}单元${room}${phone === 'paper' ? '，没有智能手机' : ''}）`;
    this.who.replaceChildren(...people.map(one => el('option', { value: one.id }, words(one))));
    this.play(this.me?.id ?? people[0]?.id);
  }

  play(id) {
    this.me = this.people.find(one => one.id === id) ?? this.people[0];
    if (!this.me) return;
    this.who.value = this.me.id;
    this.show();
  }

  get chatKey() {
    return this.place === 'kf' ? `kf:${this.me.id}` : `residents:${this.gridOf(this.me)}`;
  }

  show() {
    if (!this.me) return;
    const { id, name, phone, building, unit, room } = this.me;
    const isPaper = phone === 'paper';
    this.chat.hidden = isPaper;
    this.tools.hidden = isPaper || this.place !== 'kf';
    this.aside.hidden = !isPaper;
    this.aside.textContent = `${name}没有智能手机：看楼道里的公示，在纸票上签名投票，现金交给出纳。请${building}号楼的楼长在私聊里发纸票的照片，再发“1号纸票：${building}号楼${unit}单元${room} 同意”，由另一位核对后才算。`;
    const place = (key, words) =>
      el(
        'button',
        { type: 'button', 'aria-pressed': this.place === key, onclick: () => ((this.place = key), this.show()) },
        words,
      );
    this.places.replaceChildren(...(isPaper ? [] : [place('kf', '客服'), place('residents', '居民群')]));
    const scan = (what, words) =>
      el('button', { type: 'button', onclick: () => this.act.send('/simulator/phone/scan', { id, what }) }, words);
    this.tools.replaceChildren(
      scan('card', '扫家门口的绑定卡'),
      scan('board', '扫公示栏的码'),
      link(this.opens('/desk'), '打开办事台'),
    );
    this.chat.classList.toggle('silent', this.place !== 'kf');
    const title = this.place === 'kf' ? `${name}与客服` : '居民群（客户群）';
    const note = this.place === 'kf' ? '只有本人看得到' : '机器人不在群里，只有成员点了“发送”才有消息';
    this.pane.show([title, el('small', {}, note)], this.entriesOf(this.chatKey), this.seen());
  }

  /** An entry of any chat; drawn where it is of the one that is open. */
  put(entry) {
    if (this.me && entry.chat === this.chatKey) this.pane.put(entry);
  }

  opens(path) {
    return `/simulator/phone/open?id=${encodeURIComponent(this.me.id)}&to=${encodeURIComponent(path)}`;
  }

  seen() {
    const isMe = userid => userid === this.me.id;
    return {
      ...this.view(),
      me: this.me.id,
      nameOf: userid => (isMe(userid) ? this.me.name : this.view().nameOf(userid)),
      placeOf: userid => (isMe(userid) ? '' : this.view().placeOf(userid)),
      opens: path => this.opens(path),
      tap: ({ id, content }) => this.act.send('/simulator/phone/tap', { id: this.me.id, row: id, content }),
    };
  }
}
