import { defineJob } from '../src/job.js';
import { postPicture } from '../src/operations/post-picture.js';
import { takeWallWeek } from '../src/operations/take-wall-week.js';
import { wallPicture } from '../src/publish/wall-picture.js';

export default defineJob({
  cron: '0 9 * * 1',
  about: '每周一9:00把年度攻坚项目的挂图发到群里',

  async run({ now, inUnit }) {
    const due = await inUnit(unit => takeWallWeek(unit, now));
    if (!due) return;
    // Drawn between two units of work: nobody waits for a picture.
    const picture = await wallPicture(due, now);
    await inUnit(unit => postPicture(unit, picture, now));
  },
});
