import { Refusal } from '../../src/domain/refusal.js';
import { Confirm, defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { isAsShown, rosterPreview, takeRosterOver } from '../../src/operations/people/roster-draft.js';
import { rosterScreen, rowsInChat } from '../../src/publish/people/roster-words.js';

export default defineIntent({
  pattern: /^(?:请)?(?:确认)?导入(?:花)?名册(?<roster>[\d０-９]{1,7})(?:号)?[。！!]?$/u,
  slots: { roster: wholeNumber('请问是第几号花名册？', 1, 9_999_999) },
  permission: 'roster.import',
  help: {
    title: '导入花名册',
    when: '书记在私聊里把花名册文件（Excel、CSV）发给我，先看会改什么，再整份导入',
    say: '导入名册3',
  },
  async handle({ unit, member, slots: { roster }, chat, confirmed, isForm }) {
    if (chat.kind !== 'single') throw new Refusal('roster.private', {});
    const preview = await rosterPreview(unit, member, roster);
    const { added, changed } = preview.plan;
    // A page has room for every row; a message has not.
    const shown = rosterScreen(preview, isForm ? Infinity : rowsInChat);
    if (added.length + changed.length === 0) return `${shown}\n和现在的花名册一样，没有要改的，什么也没有动。`;
    if (!confirmed) throw new Confirm(`${shown}\n确认整份导入吗？（花名册${roster}）`);
    // A yes is a yes to what was shown.
    if (!(await isAsShown(unit, preview)))
      return `您看过以后花名册又变了，还没有导入。现在是这样：\n${shown}\n要导入请再发送“导入名册${roster}”。`;
    const done = await takeRosterOver(unit, preview, { member });
    return `花名册已整份导入：新增${done.added}户，改动${done.changed}户，不变${done.unchanged}户。不对的话，一天内发送“撤回名册导入”。`;
  },
});
