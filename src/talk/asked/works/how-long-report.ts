import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** How soon a report is answered. */
export default topic({
  title: '报的事多久有人管',
  said: `
    多久有人来看 报了多久给修 几天能修好 报事几天答复 什么时候有人来 啥时候来修 怎么还没人来 报了没人管怎么办 都报了好几天了
    报给谁了 谁在管这事 有人处理吗
    我上报的灯几天给修 报了三天了没动静 几时派人来 有没有时限 报修了多长时间能处理 我报的事谁接的 反映的问题怎么没人理 报上去石沉大海了 谁负责处理我报的事 报事有没有人看 报了没回音 多少天必须答复 超时没人管怎么办 师傅啥时候到 一直没人来修 催一下我报的事
    我报的那个到哪了
  `,
  about: /^report\./u,
  // 什么时候到 and 哪天能好 are said of much else.
  needs: /报|修|没人|时限|来人|来看|有人|派|师傅|管|理|处理|反映|信|动静|答复|report\./u,
  answer: async asked => {
    const { reportEndWorkdays } = rulesAt(asked.turn.now);
    const [own] = (await asked.turn.unit.reports.openOf(asked.turn.member.userid)).toReversed();
    const rule = `三个工作日内答复，答复以后${reportEndWorkdays}个工作日内办结，没人答复的上报调度`;
    return own
      ? `您报的是报事${own.no}：${rule}。发送“报事${own.no}”看谁在管、办得怎样。`
      : `报事${rule}。发送“报事”看都有哪些。`;
  },
});
