import { dayWords, noonOf } from '../../src/domain/calendar.js';
import { maskName } from '../../src/domain/masking.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { readAction } from '../../src/language/values/action-said.js';
import { defineIntent, words } from '../../src/talk/intent.js';
import { placeSaid } from '../../src/language/values/people/place-said.js';
import { askAction } from '../../src/operations/county/dispatch-action.js';

export default defineIntent({
  pattern: /^(?:新增)?调度事项[:：]\s*(?<said>[^]{4,200})$/u,
  slots: { said: words('请问谁、哪天前、办什么？例如“王师傅3月10日前补齐公示”。', 200) },
  permission: 'dispatch.lead',
  help: { title: '在调度会上交办', say: '调度事项：王师傅3月10日前补齐公示' },
  async handle({ unit, member, slots, now }) {
    const said = readAction(slots.said, now);
    if (!said) throw new Refusal('action.unclear', {});
    const { what, day } = said;
    const { action, owner } = await askAction(unit, {
      member,
      owner: placeSaid(said.owner),
      what,
      day,
    });
    const due = dayWords(noonOf(action.dueOn), now);
    return `调度事项${action.no}已记：${maskName(owner.name)}，${due}前，${plain(what, 100)}。`;
  },
});
