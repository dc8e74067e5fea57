import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, wholeNumber, words } from '../../src/talk/intent.js';
import { postOnBoard } from '../../src/operations/notice/post-on-board.js';
import { postedNotice } from '../../src/publish/plan/plan-notice.js';

export default defineIntent({
  pattern:
    /^第?(?<notice>[\d０-９]{1,6})号公示[，,\s]*(?:已经?)?(?:张贴|贴出|贴好|上墙)(?:好|出)?了?(?:[在到于：:，,\s]+(?<place>[^]{1,40}?))?[。！]?$/u,
  slots: { notice: wholeNumber('请问是第几号公示？', 1, 1_000_000), place: optional(words('请问贴在哪里？', 40)) },
  takesPictures: true,
  permission: 'notice.post',
  binds: 'public',
  help: {
    title: '公示上墙',
    when: '公示上墙：先在私聊里发公示栏照片',
    say: '第3号公示已张贴，东门公示栏',
    more: '照片到了才算公示',
  },
  async handle({ unit, member, slots, now, pictures, boardUrl }) {
    const { notice, project, code, isFurther } = await postOnBoard(unit, { member, ...slots, pictures });
    if (isFurther)
      return `第${notice.no}号公示又在${plain(slots.place ?? '', 40)}张贴，照片已留下，公示期不变。照片里有人脸或车牌请撤下重拍。`;
    const said = postedNotice(project, notice, { code, address: boardUrl(project.no) });
    await unit.posts.toGroup({ type: 'markdown_v2', text: said }, now);
    return `${said}照片会出现在公示栏网页上，里面有人脸或车牌请撤下重拍。`;
  },
});
