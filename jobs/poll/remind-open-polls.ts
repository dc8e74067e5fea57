import { defineJob } from '../../src/clock/job.js';
import { pollsToRemind, remindPoll } from '../../src/operations/poll/remind-poll.js';
import { postPicture } from '../../src/operations/notice/post-picture.js';
import { pollPicture } from '../../src/publish/pictures.js';

export default defineJob({
  cron: '*/10 * * * *',
  about: '表决截止前24小时提醒一次，只说还差几户，配一张参加情况的图',

  async nextDue(unit) {
    const dues = (await pollsToRemind(unit)).map(({ dueAt }) => dueAt.getTime());
    return dues.length === 0 ? null : new Date(Math.min(...dues));
  },

  async run({ now, grid, inUnit }) {
    const reminded = await inUnit(async unit => {
      const due = (await pollsToRemind(unit)).filter(({ poll, dueAt }) => dueAt <= now && now < poll.closesAt);
      const counts = [];
      for (const { poll } of due) counts.push({ poll, count: await remindPoll(unit, { poll }) });
      return counts;
    });
    // Drawn after the words are kept: nobody waits for a picture.
    for (const { poll, count } of reminded) {
      if (count.silent === 0) continue;
      const picture = await pollPicture(grid.name, poll, count, now);
      await inUnit(unit => postPicture(unit, picture, now));
    }
  },
});
