import { roundStates } from '../../../domain/lifecycle.js';
import { roundWords } from '../../../publish/pledge/round-words.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** What has come together. */
export default topic({
  title: '大家一共认了多少',
  said: `
    大家一共认了多少 目前一共认捐多少了 凑了多少钱了 现在多少户出钱了 有几家认了 捐了多少了 筹到多少了 钱凑得怎么样了
    还差多少钱 那总可以说还差多少吧 一共有多少人出钱 够不够了 齐了没 现在筹款情况 认筹进展如何 总共收到多少认捐
    凑齐了没有 到现在有几户掏钱了 筹款到哪一步了 多少家表示要出 总数够预算没 缺口还有多大 已经有多少钱了 目标完成多少了 认的户数多不多 距离目标还差几百 这两天又认了多少 大家积极不积极 筹了百分之几了 统共认了几千 钱攒够了没 还要凑多少才够 认捐总额报一下
    现在总共多少钱了 到目前收上来多少 收到多少认捐了 一共多少钱了
  `,
  answer: async asked => {
    const project = await asked.matter(...roundStates);
    if (!project) return null;
    const words = await roundWords(asked.turn.unit, project, { now: asked.turn.now });
    return `${titled(project)}：${words}想出就说“${project.no}号我出50元”。`;
  },
});
