import { kinds, ownThings } from '../standings.js';
import { topic } from '../topic.js';

/** Who answers an objection, and how soon. */
export default topic({
  title: '异议谁答复、几天',
  said: `
    异议谁答复 提了异议多久答复 几天给回话 异议提了以后多久答复 谁答复几天 谁来回答我的异议 提意见有人理吗 异议提了有用吗
    不答复怎么办 我的异议啥时候有结果 提了异议没人管咋办 异议谁处理 书记几天回复
    提的异议谁来管 我反映的意见几天能回 异议交上去有没有人看 书记多长时间得给个说法 我提的反对意见没人搭理 不给答复能往下走不 异议会不会石沉大海 答复在哪能看到 异议处理期限是多少 异议谁来定成不成立 异议提了会耽误进度吗 提了异议方案还继续吗 答复不满意怎么办
    书记不理我的异议咋办 我那条异议回了没
    什么时候答复我 哪天给我答复 提的这条几时回 啥时候有回音 我提的那条谁看 这条要等多久才回
    要是还不满意咋办 他还不满意怎么办 答复了人家还不同意怎么办
  `,
  about: /^objection\./u,
  answer: async asked => {
    const own = await ownThings(asked, 'objection');
    const [only] = own;
    // Whoever asks has raised one: how that one stands is the answer, to them alone.
    if (only && own.length === 1 && asked.isPrivate) return kinds.objection.tell(asked, only);
    return `${await asked.holder('grid_secretary')}，三个工作日内答复，公示出来，不写您的名字；没答复完不进入下一步。看答复发送“${asked.no ?? 12}号异议情况”。`;
  },
});
