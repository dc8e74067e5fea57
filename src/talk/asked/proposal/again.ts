import { topic } from '../topic.js';

/** Raising a matter once more. */
export default topic({
  title: '撤了还能再提吗',
  said: `
    这要是撤了还能再提吗 撤回以后能重新提吗 没通过还能再提不 提案撤了还能提吗 上次没成能再提吗 被否了还能提吗 过多久能再提
  `,
  answer: '能再提。您自己撤回的，随时重新发送“提案：……”；表决没通过的，等结果公示期满，书记改好方案重新公示，再表决。',
});
