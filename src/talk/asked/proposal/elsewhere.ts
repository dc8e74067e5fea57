import { topic } from '../topic.js';

/** What became of the like elsewhere. */
export default topic({
  title: '别的小区办过吗',
  said: `
    有没有别的小区弄过充电桩多少钱一户 哪个小区装过晾衣架没有 别的小区装路灯花了多少 别处办过没有 人家小区换管道花了多少钱
    别的院子搞过吗 其他小区怎么做的 隔壁小区修过花了多少 有没有先例 别的地方有办过的吗
    县里别的地方弄过这个吗 有现成的例子没 人家别的院是怎么弄的 附近哪个社区装过电梯 参考一下别人家花多少钱 有没有成功的案例 其他网格修屋顶花了几万 以前有人办过类似的没 别人装监控用了几天 别处的价钱是多少 看看兄弟小区咋办的 外边行情是多少
  `,
  answer: async ({ text, no }) => ({
    intent: 'precedent.show',
    slots: no === undefined ? { what: what.exec(text)?.groups?.['what'] } : { no },
  }),
});

/** What was done there. */
const what =
  /(?:弄|装|修|搞|办|做|换|建|刷)过?(?<what>[^，,。？?过]{2,12}?)(?:吗|么|没有?|不|多少.*|花.*|咋.*|怎么.*|的)*[？?]*$/u;
