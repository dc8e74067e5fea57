import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, words } from '../../src/talk/intent.js';
import { writePromise } from '../../src/operations/people/show-role.js';

export default defineIntent({
  // Money is promised by pledging.
  pattern:
    /^我承诺[:：]\s*(?!.*(?:[\d０-９一二两三四五六七八九十百千万]\s*(?:元|块|万)|捐|认筹|众筹|投票|赞成|反对))(?<promise>[^\n]{2,60})$/u,
  slots: { promise: words('请问承诺什么？例如“我承诺：有事随叫随到”。', 60) },
  permission: 'role.show',
  binds: 'household',
  help: {
    title: '写一句承诺',
    when: '有职务的写一句承诺',
    say: '我承诺：有事随叫随到',
    more: '您同意了才公开',
  },
  async handle({ unit, member, slots }) {
    const { promise } = await writePromise(unit, { member, ...slots });
    return `已记下：${plain(promise, 60)}。现在还没有公开。同意公开的，发送“亮身份写全名”或“亮身份只写姓”，随时可以发送“撤下身份”。`;
  },
});
