import { momentWords } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';

/** So many headlines stand in a digest; the others are counted. */
const mostHeadlines = 25;

/**
 * What the group gets after an outage instead of every post that piled up: one line each, oldest first. The whole of each
 * stands on the notice board.
 */
export function postDigest(posts: readonly { readonly text: string; readonly queuedAt: Date }[]): string {
  const lines = posts
    .slice(0, mostHeadlines)
    .map(({ text, queuedAt }) => `- ${momentWords(queuedAt)}：${plain(headline(text), 60)}`);
  const more = posts.length > mostHeadlines ? [`- 另有${posts.length - mostHeadlines}条`] : [];
  return [
    `**【补发】群消息中断了一段时间，期间有${posts.length}条通知**`,
    ...lines,
    ...more,
    '全文见公示栏，或发送“项目列表”。',
  ].join('\n');
}

/** The first line without its markers. */
function headline(text: string): string {
  return (text.split('\n').find(line => line.trim() !== '') ?? '').replaceAll(/[*#>]/g, '');
}
