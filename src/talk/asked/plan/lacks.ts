import { topic } from '../topic.js';

/** What a plan still lacks. */
export default topic({
  title: '方案还缺什么',
  said: `
    方案还缺啥没定 方案还差什么 哪样还没定 方案草稿里还缺什么 公示之前还要弄啥 方案还有哪些没填 还差哪些才能公示
  `,
  answer: async ({ no }) => ({ intent: 'plan.draft', slots: no === undefined ? {} : { no } }),
});
