import { dayOf } from '../../src/domain/calendar.js';
import { defineJob } from '../../src/clock/job.js';
import { postPicture } from '../../src/operations/notice/post-picture.js';
import { takeWallWeek, unsetKeyReminder } from '../../src/operations/county/take-wall-week.js';
import { wallPicture } from '../../src/publish/county/wall-picture.js';

export default defineJob({
  cron: '0 9 * * 1',
  about: '每周一9:00把年度攻坚项目的挂图发到群里；还没有定项目的，每月第一个周一提醒网格书记',

  async run({ now, inUnit }) {
    const due = await inUnit(unit => takeWallWeek(unit, now));
    if (!due) {
      const words = `本网格还没有定${dayOf(now).slice(0, 4)}年度攻坚项目。请在群里发送例如“12号定为${dayOf(now).slice(0, 4)}年度攻坚项目：目标120户不再停水，期限10月31日”。`;
      await inUnit(async unit => {
        for (const userid of await unsetKeyReminder(unit, now)) await unit.posts.toMember(userid, words, now);
      });
      return;
    }
    // Drawn between two units of work: nobody waits for a picture.
    const picture = await wallPicture(due, now);
    await inUnit(unit => postPicture(unit, picture, now));
  },
});
