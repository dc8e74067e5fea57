import { defineJob } from '../../src/clock/job.js';
import { closePoll } from '../../src/operations/poll/close-poll.js';
import { postPicture } from '../../src/operations/notice/post-picture.js';
import { pollPicture } from '../../src/publish/pictures.js';

export default defineJob({
  cron: '* * * * *',
  about: '到了截止时间的表决自动截止、计票、公告',

  async nextDue(unit) {
    const [first] = (await unit.polls.open()).toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
    return first?.closesAt ?? null;
  },

  async run({ now, grid, inUnit }) {
    const due = await inUnit(unit => unit.polls.dueBy(now));
    // A transaction each: one poll that cannot be closed must not keep the others open.
    for (const { id } of due) {
      const ended = await inUnit(async unit => {
        const poll = await unit.polls.byId(id);
        if (!poll || poll.closedAt !== null) return null;
        // The deadline, not now: a run that comes late must not give a poll extra minutes.
        return closePoll(unit, { poll, at: poll.closesAt });
      });
      if (!ended || ended.poll.options) continue;
      const picture = await pollPicture(grid.name, ended.poll, ended.tally, now);
      await inUnit(unit => postPicture(unit, picture, now));
    }
  },
});
