import { defineJob } from '../../src/clock/job.js';
import { postPicture } from '../../src/operations/notice/post-picture.js';
import { remindOfKey, takeWallWeek } from '../../src/operations/county/take-wall-week.js';
import { wallPicture } from '../../src/publish/county/wall-picture.js';

export default defineJob({
  cron: '0 9 * * 1',
  about: '每周一9:00把年度攻坚项目的挂图发到群里；还没有定项目的，每月第一个周一提醒网格书记',

  async run({ now, inUnit }) {
    const due = await inUnit(unit => takeWallWeek(unit));
    if (!due) return inUnit(unit => remindOfKey(unit));
    // Drawn between two units of work: nobody waits for a picture.
    const picture = await wallPicture(due, now);
    await inUnit(unit => postPicture(unit, picture, now));
  },
});
