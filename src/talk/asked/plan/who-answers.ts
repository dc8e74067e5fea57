import { topic } from '../topic.js';

/** Who answers an objection, and how soon. */
export default topic({
  title: '异议谁答复、几天',
  said: `
    异议谁答复 提了异议多久答复 几天给回话 异议提了以后多久答复 谁答复几天 谁来回答我的异议 提意见有人理吗 异议提了有用吗
    不答复怎么办 我的异议啥时候有结果 提了异议没人管咋办 异议谁处理 书记几天回复
  `,
  answer: async asked => {
    return `${await asked.holder('grid_secretary')}，三个工作日内答复，公示出来，不写您的名字；没答复完不进入下一步。看答复发送“${asked.no ?? 12}号异议情况”。`;
  },
});
