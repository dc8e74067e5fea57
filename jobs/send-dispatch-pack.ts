import { defineJob } from '../src/job.js';
import { takeDispatch } from '../src/operations/take-dispatch.js';
import { dispatchParts } from '../src/publish/dispatch-words.js';

export default defineJob({
  cron: '0 8 * * 1',
  about: '定期调度的周一早上8:00，把一页纸的链接私下发给书记和楼长',

  async run({ now, inUnit, boardUrl }) {
    await inUnit(async unit => {
      const parts = await dispatchParts(unit, now);
      if (parts.length === 0) return;
      const counts = parts.map(({ head, lines }) => `${head}${lines.length}件`).join('，');
      const text = `今天调度：${counts}。一页纸：${boardUrl()}/wall/dispatch.pdf。会上交办请发送“调度事项：王师傅3月10日前补齐公示”。`;
      for (const userid of await takeDispatch(unit, 'grid', now)) await unit.posts.toMember(userid, text, now);
      const whole = `今天全社区调度，一页纸：${boardUrl()}/wall/community/dispatch.pdf，挂图：${boardUrl()}/wall/community。`;
      for (const userid of await takeDispatch(unit, 'community', now)) await unit.posts.toMember(userid, whole, now);
    });
  },
});
