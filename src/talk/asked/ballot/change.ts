import { momentWords } from '../../../domain/calendar.js';
import { voteSayings } from '../../../domain/poll/choices.js';
import { mayChange } from '../change-words.js';
import { topic } from '../topic.js';

/** Whether a vote can be changed. */
export default topic({
  title: '投了能改吗',
  said: `
    投了还能改吗 投错了怎么改 票能撤回吗 我想改票 投完后悔了咋办 改主意了能改投吗 点错了怎么办 可以重新投吗 投票能撤销吗
    到什么时候不能改 能改几次 手滑投错了 刚才投的能变吗 最晚几点能改票 我后悔投同意了能换不
    票都投出去了想换成反对能行不 刚点了同意又不想同意了咋办 选错了能重新选一次吗 按错键了帮我改一下中不 我想把同意改成弃权怎么说 昨天投的今天还让改不 改票要不要找人批 改几回都行吗 我媳妇让我改成不同意还来得及不 投出去的票算死了吗 能把原来那票收回来不
    一不小心点成反对了 改了以后原来那票还算不 老糊涂投反了咋弄 投过了想重投去哪弄 投票投错了找谁给改 投错边了还有救没 刚刚手抖点了弃权
    要是投了同意以后还能改成反对吗 投完了以后还可以改不 投错了后面能改吗 要投了后头反悔咋办
  `,
  exactly: mayChange,
  behind: /^(?:poll|ballot)\./u,
  answer: async asked => {
    const poll = await asked.poll();
    if (!poll) return '截止以前随时能改，以最后一次为准，不投了说“撤销投票”；截止以后不能改。现在没有正在进行的表决。';
    return `能改：${momentWords(poll.closesAt, asked.turn.now)}截止前再说一次就改过来，以最后一次为准，例如“${voteSayings(poll)[1]}”；不投了说“撤销投票”。现在没有改任何东西。`;
  },
});
