import { defineJob } from '../src/job.js';
import { pollsToRemind, remindPoll } from '../src/operations/remind-poll.js';
import { reminderNotice } from '../src/publish/poll-notice.js';

export default defineJob({
  cron: '*/10 * * * *',
  about: '表决截止前24小时提醒一次，只说还差几户',

  async nextDue(unit) {
    const dues = (await pollsToRemind(unit)).map(({ dueAt }) => dueAt.getTime());
    return dues.length === 0 ? null : new Date(Math.min(...dues));
  },

  async run({ now, inUnit }) {
    await inUnit(async unit => {
      for (const { poll, dueAt } of await pollsToRemind(unit)) {
        if (dueAt > now || now >= poll.closesAt) continue;
        await remindPoll(unit, { poll, now, word: count => reminderNotice(poll, count, now) });
      }
    });
  },
});
