import { openOf } from '../../../operations/funds/what-is-open.js';
import { openWords } from '../../../publish/funds/open-words.js';
import { states } from '../../../domain/lifecycle.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** What the final accounts still wait for. */
export default topic({
  title: '决算什么时候出、还差什么',
  said: `
    决算还差什么 决算啥时候出 决算怎么还没出来 决算还缺哪些 决算什么时候公布 决算卡在哪了 出决算还要弄啥 决算还等什么 账什么时候结 决算哪天公示 结账还差哪几样
    决算能出了吗 咋还不决算 验收完了决算呢 为什么出不了决算 决算等谁 最后的账啥时候算出来
  `,
  needs: /决算|结账|账/u,
  answer: async asked => {
    const { unit, now } = asked.turn;
    const project = await asked.matter();
    if (!project) return null;
    if (project.state !== 'accepted')
      return `${titled(project)}现在：${states[project.state].said}。${await asked.next(project)}`;
    const open = await openOf(unit, project, now);
    return open.length > 0
      ? openWords(project, open, now)
      : `${titled(project)}没有挡着决算的。${await asked.next(project)}`;
  },
});
