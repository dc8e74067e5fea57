import { defineIntent, optional, wholeNumber, words } from '../../src/talk/intent.js';
import { outsideDay, renewOutside } from '../../src/operations/works/ask-outside.js';
import { linkInPrivate, linkWords, outsideAddress } from '../../src/publish/works/outside-words.js';

export default defineIntent({
  pattern:
    /^请办(?<outside>[\d０-９]{1,7})号?(?:重发|重发链接|换链接|改期|延期)(?:[到至：:，,\s]+(?<until>[^]{3,30}))?[。！!]*$/u,
  slots: {
    outside: wholeNumber('请问是请办几？例如“请办3”。', 1, 9_999_999),
    until: optional(words('请问改到哪天前？例如“9月1日前”。', 30)),
  },
  permission: 'outside.ask',
  help: {
    title: '请外单位办的事换一个链接',
    when: '请外单位办的事换一个链接，也可以改日子',
    say: '请办3重发：9月1日前',
    more: '旧链接随即作废',
  },
  async handle({ unit, member, slots: { outside: no, until }, now, chat, random, boardUrl }) {
    if (chat.kind === 'group') return linkInPrivate;
    const secret = random(32).toString('base64url');
    const task = await renewOutside(unit, { member, task: no, until: until ?? null, secret });
    return `请办${task.no}换了新链接，${outsideDay(task, now)}；旧链接打不开了。\n${linkWords(task, outsideAddress(boardUrl(), secret))}`;
  },
});
