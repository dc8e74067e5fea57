import { topic } from '../topic.js';

/** What a plan still lacks. */
export default topic({
  title: '方案还缺什么',
  said: `
    方案还缺啥没定 方案还差什么 哪样还没定 方案草稿里还缺什么 公示之前还要弄啥 方案还有哪些没填 还差哪些才能公示
    草案还少哪几样 方案弄全了没 还要补什么才能公示 方案准备到哪了 还剩什么没填完 发布方案前还要定什么 方案缺项有哪些 草稿还差几项 看看方案还有啥没写 公示前差什么
  `,
  answer: async ({ no }) => ({ intent: 'plan.draft', slots: no === undefined ? {} : { no } }),
});
