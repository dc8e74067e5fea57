import { defineJob } from '../../src/clock/job.js';
import { endOfDay } from '../../src/domain/calendar.js';
import { takeDispatch } from '../../src/operations/county/take-dispatch.js';
import { dispatchParts } from '../../src/publish/county/dispatch-words.js';

export default defineJob({
  cron: '0 8 * * 1',
  about: '定期调度的周一早上8:00，把一页纸的链接私下发给书记和楼长；每月、每季度告诉街道和县级管理员',

  async run({ now, inUnit, boardUrl }) {
    const until = endOfDay(now);
    await inUnit(async unit => {
      // Their page holds many grids and stands behind the login.
      for (const [level, when, said] of [
        ['subdistrict', '本月街道', '街道看板'],
        ['county', '本季度全县', '县级看板'],
      ] as const) {
        const text = `今天${when}调度。一页纸在看板里：发送“${said}”，打开链接，再点“调度一页纸”。`;
        for (const userid of await takeDispatch(unit, level, now))
          await unit.posts.toMember(userid, text, now, { topic: 'dispatch', until });
      }
      const parts = await dispatchParts(unit, now);
      if (parts.length === 0) return;
      const counts = parts.map(({ head, lines }) => `${head}${lines.length}件`).join('，');
      const text = `今天调度：${counts}。一页纸：${boardUrl()}/wall/dispatch.pdf。会上交办请发送“调度事项：王师傅3月10日前补齐公示”。`;
      for (const userid of await takeDispatch(unit, 'grid', now))
        await unit.posts.toMember(userid, text, now, { topic: 'dispatch', until });
      const whole = `今天全社区调度，一页纸：${boardUrl()}/wall/community/dispatch.pdf，挂图：${boardUrl()}/wall/community。`;
      for (const userid of await takeDispatch(unit, 'community', now))
        await unit.posts.toMember(userid, whole, now, { topic: 'dispatch whole', until });
    });
  },
});
