import { topic } from '../topic.js';

/** Taking a second back. */
export default topic({
  title: '附议能撤吗',
  said: `
    附议后还能撤吗 附议错了怎么撤 不想附议了能取消吗 附议能收回吗 附议完后悔了 撤回附议行吗
  `,
  answer: '附议撤不回：它只让这事能拿出来商量，不出钱也不是票。不赞成的，到表决时投反对，或者在方案公示时提异议。',
});
