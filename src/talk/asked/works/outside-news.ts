import { may } from '../../../domain/permissions.js';
import { onlyOne } from '../../../domain/only-one.js';
import { outsideTasks } from '../../meaning/numbered-things.js';
import { bestOf } from '../../meaning/which-thing.js';
import { topic } from '../topic.js';

/** Whether a party outside has answered. */
export default topic({
  title: '外单位回话了没',
  said: `
    自来水公司有消息吗 供热公司答复了吗 他们单位回音没有 请办的事有结果了吗 请人家办的怎么样了 报价发过来没 厂家回信了吗 外单位答复了没 维保公司回话没有 人家单位回复了没
    检测公司那头给信了没 请的那家来看过没 热力那边有回音不 他们把报价交了没 请办几回复了吗 请办到期了没有
  `,
  needs: /公司|单位|厂家?|请办|请的|请人|那边|那头|他们|人家|报价|维保|热力|自来水|供[热电水气]/u,
  exactly:
    /^(?:那|请问)?.{0,8}(?:公司|单位|厂家|他们|人家|那边|那头)(?:那边|那头|那儿)?(?:有|给|都|还|今天|现在)*(?:没有?)?(?:回话|回信|回音|答复|回复|信儿?|消息|动静|报价)(?:了|过|来)*(?:没有?|吗|呢)?$/u,
  about: /^outside\./u,
  answer: async ({ turn, text }) => {
    if (!may(turn.member, 'outside.ask')) return null;
    const open = await outsideTasks(turn, []);
    const best = bestOf(open, text);
    const only = best.isNamed ? onlyOne(best.things) : onlyOne(open);
    if (open.length === 0) return null;
    return { intent: 'outside.show', slots: typeof only?.value === 'number' ? { outside: only.value } : {} };
  },
});
