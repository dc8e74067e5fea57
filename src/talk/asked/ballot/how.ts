import { topic } from '../topic.js';

/** How one votes. */
export default topic({
  title: '怎么投票',
  said: `
    我想投票怎么弄 从哪里投票 投票按哪 投票怎么操作啊 票在哪投 这个票怎么个投法 参加表决要怎么做 怎么表态 表决怎么参与 怎么说才算投票 教教我投票 第一次投票不会 我要给路灯投票咋说 投票卡片怎么点 不知道怎么投 投票入口在哪 同意怎么说
  `,
  answer: async ({ turn: { unit } }) => {
    const open = await unit.polls.open();
    const no = open[0]?.no;
    if (no === undefined) return '现在没有正在进行的表决。有了会在群里发卡片，点一下就行；也可以说“几号同意”。';
    return `点群里的表决卡片，或者直接说“${no}号同意”“${no}号反对”“${no}号弃权”；一户一票，截止前可以改。现在没有记任何东西。`;
  },
});
