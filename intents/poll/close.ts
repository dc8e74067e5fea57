import { momentWords } from '../../src/domain/calendar.js';
import { Confirm, defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { closePoll, pollToEnd } from '../../src/operations/poll/close-poll.js';
import { postPicture } from '../../src/operations/notice/post-picture.js';
import { pollPicture } from '../../src/publish/pictures.js';

export default defineIntent({
  phrases: ['结束投票', '关闭投票', '停止投票'],
  slots: { no: optional(projectNo) },
  permission: 'poll.close',
  binds: 'public',
  help: { title: '提前结束自己发起的表决', say: '12号投票结束' },
  readBack: ({ no }) => `结束${no ? `${String(no)}号` : ''}表决`,
  async handle({ unit, member, slots, now, confirmed }) {
    const { poll, silent } = await pollToEnd(unit, { member, no: slots.no, now });
    if (silent > 0 && !confirmed) {
      throw new Confirm(
        `${poll.no}号表决还有${silent}户没投，原定${momentWords(poll.closesAt, now)}截止。现在就提前结束吗？`,
      );
    }
    const closed = await closePoll(unit, { poll, at: now });
    if (!closed.poll.options)
      unit.later.push(async inUnit => {
        const picture = await pollPicture(unit.grid.name, closed.poll, closed.tally, now);
        await inUnit(fresh => postPicture(fresh, picture, now));
      });
    return `${poll.no}号表决已结束，结果已公告。`;
  },
});
