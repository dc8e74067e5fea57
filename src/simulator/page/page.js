import { el, link } from './dom.js';
import { Pane } from './pane.js';
import { WeChat } from './wechat.js';

const page = document.body;
const find = selector => document.querySelector(selector);
const entries = new Map();
const unread = { group: 0, single: 0 };
let people = [];
let me;
let botName = '';
let start = '';
let ahead = 0;
let pollEnd = null;
/** Who comes by a link to a person knows already what this is. */
const isFresh = location.hash === '';

const act = {
  say: (chat, saying) => send('/simulator/say', { userid: me.userid, chat, ...saying }),
  complain,
};
const panes = {
  group: new Pane(find('[data-chat="group"]'), 'group', act),
  single: new Pane(find('[data-chat="single"]'), 'single', act),
};
const view = {
  nameOf: userid => people.find(one => one.userid === userid)?.name ?? userid,
  placeOf: userid => homeOf(people.find(one => one.userid === userid)),
  press: (card, button, options) => send('/simulator/press', { userid: me.userid, card, button, options }),
  confirm: msgid => send('/simulator/phone/task', { userid: me.userid, msgid }),
};
const wechat = new WeChat(find('#wechat'), {
  act: { send, complain },
  entriesOf: chat => [...(entries.get(chat)?.values() ?? [])],
  view: () => ({ ...view, botName }),
});

await loadPeople();
listen();
void showHints();
setInterval(showClock, 1000);
for (const button of document.querySelectorAll('nav [data-tab]'))
  button.addEventListener('click', () => openTab(button.dataset.tab));
find('[data-clock="tomorrow18"]').addEventListener('click', () => void moveClock(tomorrowAt18()));
find('[data-clock="pollend"]').addEventListener(
  'click',
  () => pollEnd && void moveClock(new Date(pollEnd.getTime() + 60_000)),
);
find('#find').addEventListener('input', listPeople);
find('#again').addEventListener('click', () => void beginAgain());
for (const way of document.querySelectorAll('[data-way]'))
  way.addEventListener('click', () => void goBy(way.dataset.way));

async function loadPeople() {
  const { grids } = await (await fetch('/simulator/world')).json();
  people = grids.flatMap(grid => grid.members.map(member => ({ ...member, grid: grid.code, gridName: grid.name })));
  const outside = grids.flatMap(grid => (grid.outside ?? []).map(one => ({ ...one, grid: grid.code })));
  page.classList.toggle('with-wechat', outside.length > 0);
  wechat.meet(outside, one => one.grid);
  if (people.length === 0) return complain('名册还是空的：先用 npm run grid 建一个网格。');
  const wanted =
    people.find(one => one.userid === location.hash.slice(1)) ?? people.find(one => one.userid === me?.userid);
  play(wanted ?? people.find(one => one.roles.length === 0) ?? people[0]);
}

/** From now on the page speaks, presses and sees as this person. */
function play(person) {
  me = person;
  history.replaceState(null, '', `#${person.userid}`);
  listPeople();
  showChats();
}

function listPeople() {
  const words = find('#find').value.trim();
  const known = ({ name, userid, titles = [], ...rest }) =>
    [name, userid, homeOf(rest), ...titles].some(text => text.includes(words));
  const item = person => {
    const { userid, name, titles = [] } = person;
    const choose = () => {
      play(person);
      openTab('group');
    };
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', 'data-person': userid, 'aria-pressed': person.userid === me?.userid, onclick: choose },
        el('strong', {}, name),
        el('span', {}, homeOf(person)),
        ...titles.map(title => el('em', {}, title)),
      ),
    );
  };
  const holders = people.filter(one => one.roles.length > 0);
  const others = people.filter(one => one.roles.length === 0);
  find('#person-list').replaceChildren(...[...holders, ...others].filter(known).map(item));
}

function homeOf(person) {
  return person?.building ? `${person.building}号楼${person.unit}单元${person.room}` : '';
}

function chatOf(kind) {
  return kind === 'group' ? `group:${me.grid}` : `single:${me.userid}`;
}

function showChats() {
  const seen = { ...view, me: me.userid, botName };
  const titles = (me.titles ?? []).join('、');
  const whoIAm = el('small', {}, `我是${me.name}（${[homeOf(me), titles].filter(Boolean).join('，')}）`);
  for (const [kind, pane] of Object.entries(panes)) {
    const title =
      kind === 'group'
        ? [`${me.gridName}群`, whoIAm]
        : [
            `${me.name}与${botName || '机器人'}`,
            el('small', {}, '只有本人看得到'),
            link(`/simulator/desk?userid=${encodeURIComponent(me.userid)}`, '打开办事台'),
          ];
    pane.show(title, [...(entries.get(chatOf(kind))?.values() ?? [])], seen);
  }
  wechat.show();
}

function openTab(tab) {
  page.dataset.tab = tab;
  for (const button of document.querySelectorAll('nav [data-tab]'))
    button.setAttribute('aria-current', String(button.dataset.tab === tab));
  if (tab in unread) unread[tab] = 0;
  showUnread();
  if (tab === 'single') void send('/simulator/enter', { userid: me.userid });
  const list = panes[tab]?.list;
  if (list) list.scrollTop = list.scrollHeight;
}

function showUnread() {
  for (const [tab, count] of Object.entries(unread)) find(`nav [data-tab="${tab}"]`).dataset.unread = count || '';
}

/** Whether anybody has said anything; on the first of a month the bot writes before. */
const isPlayed = () =>
  [...entries.values()].some(chat => [...chat.values()].some(({ content }) => content.kind === 'said'));

function listen() {
  const events = new EventSource('/simulator/events');
  let isCaughtUp = false;
  events.addEventListener('hello', event => {
    const hello = JSON.parse(event.data);
    if (start && start !== hello.start) location.reload();
    ({ botName, start } = hello);
    isCaughtUp = false;
    setClock(hello.now);
    if (me) showChats();
  });
  events.addEventListener('caught-up', () => {
    isCaughtUp = true;
    if (me) showChats();
    if (isFresh && !isPlayed() && !find('#welcome').open) find('#welcome').showModal();
  });
  events.addEventListener('entry', event => take(JSON.parse(event.data), isCaughtUp));
  events.addEventListener('clock', event => {
    setClock(JSON.parse(event.data).now);
    hintsSoon();
  });
}

function take(entry, isNews) {
  if (!entries.has(entry.chat)) entries.set(entry.chat, new Map());
  const chat = entries.get(entry.chat);
  const isNew = !chat.has(entry.id);
  chat.set(entry.id, entry);
  if (!isNews || !me) return;
  wechat.put(entry);
  for (const kind of ['group', 'single']) {
    if (entry.chat !== chatOf(kind)) continue;
    panes[kind].put(entry);
    if (isNew && page.dataset.tab !== kind) unread[kind] += 1;
  }
  showUnread();
  hintsSoon();
}

let soon;
let isFollowing = false;
/** Asks again shortly after something happened, also while much is happening; not while a suggestion is followed. */
function hintsSoon() {
  soon ??= setTimeout(() => {
    soon = undefined;
    if (!isFollowing) void showHints();
  }, 250);
}

/** What a newcomer can sensibly do next; a tap does it. */
async function showHints() {
  const { hints, pollEnd: end } = await (await fetch('/simulator/guide')).json();
  pollEnd = end && new Date(end);
  find('[data-clock="pollend"]').hidden = !pollEnd;
  const chip = hint =>
    el(
      'button',
      { type: 'button', 'data-hint': kindOf(hint), onclick: event => void follow(hint, event.currentTarget) },
      el('small', {}, hint.why),
      el('span', {}, wordsOf(hint)),
    );
  find('#guide').replaceChildren(...hints.map(chip));
}

/** The three ways into a trial that nobody has played yet. */
async function goBy(way) {
  find('#welcome').close();
  if (way === 'look') return find('[data-hint]')?.click();
  const isWanted = way === 'resident' ? one => one.roles.length === 0 : one => one.roles.includes('grid_secretary');
  play(people.find(isWanted) ?? me);
  openTab('group');
  panes.group.input.focus();
}

/** Everything is emptied; the page comes back with the new run. */
async function beginAgain() {
  if (!confirm('重新开始会清空试用里的全部聊天和记录，时钟也回到现在。要重新开始吗？')) return;
  find('#again').disabled = true;
  if (await send('/simulator/again', {}, 'PUT')) location.reload();
  find('#again').disabled = false;
}

const kindOf = hint => (hint.clock ? 'clock' : hint.crowd ? 'crowd' : hint.press ? 'press' : 'say');

function wordsOf(hint) {
  if (hint.clock) return `把时钟拨到 ${momentWords(new Date(hint.clock))}`;
  if (hint.crowd) return hint.text;
  if (hint.press) return `${view.nameOf(hint.who)} 点“${hint.button}”`;
  return `${view.nameOf(hint.who)}：${hint.text}`;
}

async function follow(hint, chip) {
  for (const one of document.querySelectorAll('[data-hint]')) one.disabled = true;
  chip.classList.add('busy');
  isFollowing = true;
  try {
    await doHint(hint);
  } finally {
    isFollowing = false;
    await showHints();
  }
}

async function doHint(hint) {
  if (hint.clock) return moveClock(new Date(hint.clock));
  if (hint.crowd) return playCrowd(hint);
  play(people.find(one => one.userid === hint.who) ?? me);
  openTab(hint.chat);
  return hint.press ? pressNewest(hint) : act.say(hint.chat, { text: hint.text, images: hint.images ?? [] });
}

/** Many neighbours speak, one after the other, each by a callback of their own. */
async function playCrowd({ lines }) {
  openTab('group');
  for (const { who, chat, text } of lines) if (!(await send('/simulator/say', { userid: who, chat, text }))) return;
}

async function pressNewest({ chat, button, about }) {
  const cards = [...panes[chat].list.querySelectorAll('.card')].filter(
    card => !about || card.dataset.task?.startsWith(about),
  );
  const card = cards.findLast(one =>
    [...one.querySelectorAll('button, label')].some(each => each.textContent === button),
  );
  const target = card && [...card.querySelectorAll('button, label')].find(each => each.textContent === button);
  if (!target) return complain('没有找到这张卡片，请往上翻一翻。');
  target.closest('li').scrollIntoView({ block: 'center' });
  if (target.tagName === 'LABEL') {
    target.querySelector('input').click();
    card.querySelector('.buttons button').click();
  } else target.click();
  await new Promise(resolve => setTimeout(resolve, 400));
}

async function moveClock(to) {
  const buttons = document.querySelectorAll('[data-clock]');
  for (const button of buttons) button.disabled = true;
  await send('/simulator/clock', { now: to.toISOString() }, 'PUT');
  for (const button of buttons) button.disabled = false;
  await showHints();
}

function setClock(now) {
  ahead = new Date(now).getTime() - Date.now();
  showClock();
}

const shanghai = 8 * 3_600_000;

function showClock() {
  find('#clock').textContent = momentWords(new Date(Date.now() + ahead));
}

function momentWords(at) {
  const there = new Date(at.getTime() + shanghai);
  const two = number => String(number).padStart(2, '0');
  return `${there.getUTCMonth() + 1}月${there.getUTCDate()}日 周${'日一二三四五六'[there.getUTCDay()]} ${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
}

function tomorrowAt18() {
  const there = new Date(Date.now() + ahead + shanghai);
  return new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate() + 1, 18) - shanghai);
}

/** Sends JSON; false, with the reason on the page, when it was not taken. */
async function send(address, content, method = 'POST') {
  try {
    const headers = { 'content-type': 'application/json' };
    const request = new Request(address, { method, headers, body: JSON.stringify(content) });
    const response = await fetch(request);
    if (response.ok) return true;
    complain((await response.json().catch(() => ({}))).error ?? `没有成功：HTTP ${response.status}`);
  } catch {
    complain('连不上试用程序，它还开着吗？');
  }
  return false;
}

let hush;
function complain(sentence) {
  const notice = find('#notice');
  notice.textContent = sentence;
  notice.hidden = false;
  clearTimeout(hush);
  hush = setTimeout(() => (notice.hidden = true), 6000);
}
