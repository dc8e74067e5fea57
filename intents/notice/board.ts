import { defineIntent } from '../../src/talk/intent.js';
import { requireBoard } from '../../src/operations/notice/post-on-board.js';

export default defineIntent({
  pattern: /^启用(?:双渠道公示|公示栏张贴|双公示)[。！]?$/u,
  slots: {},
  permission: 'plan.publish',
  help: {
    title: '启用双公示',
    say: '启用双公示',
    more: '以后的公示，群里和公示栏都贴了才生效',
  },
  async handle({ unit }) {
    await requireBoard(unit);
    return '双公示已启用：以后的公示，群里发了、公示栏贴了（有照片）才生效，期限从后一个算起。';
  },
});
