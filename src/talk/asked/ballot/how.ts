import { howToVote } from '../../../publish/poll/how-to-vote.js';
import { topic } from '../topic.js';

/** How one votes. */
export default topic({
  title: '怎么投票',
  said: `
    我想投票怎么弄 从哪里投票 投票按哪 投票怎么操作啊 票在哪投 这个票怎么个投法 参加表决要怎么做 怎么表态 表决怎么参与 怎么说才算投票 教教我投票 第一次投票不会 我要给路灯投票咋说 投票卡片怎么点 不知道怎么投 投票入口在哪 同意怎么说
  `,
  answer: async asked => {
    const { unit, now } = asked.turn;
    const poll = await asked.poll();
    const open = poll ? [poll] : await unit.polls.open();
    if (open.length === 0) return '现在没有正在进行的表决。有了会在群里发卡片，点一下就行；也可以说“几号同意”。';
    return ['点群里的表决卡片，一户一票；或者：', ...open.slice(0, 4).map(one => howToVote(one, now))].join('\n');
  },
});
