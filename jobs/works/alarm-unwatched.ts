import { defineJob } from '../../src/clock/job.js';
import { dayOf, endOfDay } from '../../src/domain/calendar.js';
import { maskName } from '../../src/domain/masking.js';
import { plain } from '../../src/domain/plain-text.js';
import { disclose } from '../../src/operations/notice/disclose.js';
import { worksUnwatched } from '../../src/operations/works/alarm-unwatched.js';
import { fill } from '../../src/publish/templates.js';

export default defineJob({
  cron: '0 8 * * *',
  about: '连续三个工作日没有人巡查的工程，在群里说明，不点名，以后每十个工作日再说，并告诉书记',

  async run({ now, inUnit, boardUrl }) {
    await inUnit(async unit => {
      for (const { project, days, onDuty } of await worksUnwatched(unit, now)) {
        const { no, title } = project;
        const text = fill('无人巡查', {
          编号: no,
          项目名: plain(title, 40),
          天数: days,
        });
        const about = { project, kind: 'plan', occasion: `unwatched ${dayOf(now)}`, boardUrl: boardUrl(no) } as const;
        const told = await disclose(unit, { ...about, text, by: 'clock', now });
        if (!told) continue;
        const turn = onDuty ? `今天轮到${maskName(onDuty.name)}。` : '';
        const word = `${no}号连续${days}个工作日没有人巡查。${turn}请督促监管小组去看，或换人：发送“${no}号监管小组：……”。`;
        const leaders = new Set([
          ...(await unit.members.withRole('grid_secretary')),
          ...(await unit.members.withRole('community_secretary')),
        ]);
        for (const userid of leaders)
          await unit.posts.toMember(userid, word, now, { topic: `unwatched/${project.id}`, until: endOfDay(now) });
      }
    });
  },
});
