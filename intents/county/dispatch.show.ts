import { defineIntent } from '../../src/talk/intent.js';
import { dispatchParts } from '../../src/publish/county/dispatch-words.js';

export default defineIntent({
  pattern: /^(?:看|查看)?(?:本周|这周)?调度(?:会)?(?:议题|清单|事项)?[。！？?]?$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看调度议题和没有销号的事项', say: '调度' },
  async handle({ unit, now, boardUrl }) {
    const parts = await dispatchParts(unit, now);
    const sheet = `[一页纸](${boardUrl()}/wall/dispatch.pdf)`;
    if (parts.length === 0) return `各项目正常，没有要调度的事，也没有没销号的事项。${sheet}`;
    return [...parts.flatMap(({ head, lines }) => [`**${head}**`, ...lines.map(line => `- ${line}`)]), sheet].join(
      '\n',
    );
  },
});
