/** How a deed is explained: what it is, the sentence that does it, and what else there is to know. */
export interface Help {
  readonly title: string;
  readonly say: string;
  readonly more: string;
}

/** `投票，例如“12号同意”；截止前可以改` in its parts; null for a deed that nobody needs to be told of. */
export function readHelp(line: string): Help | null {
  const found = /^(?<before>[^“]*)“(?<say>[^”]+)”(?<after>[^]*)$/u.exec(line)?.groups;
  if (!found) return null;
  const title = (found['before'] ?? '').replace(/[，；：,]?(?:例如|(?:再)?发送(?:例如)?|再发|说|记)?$/u, '');
  const more = (found['after'] ?? '')
    .replace(/^[；，。：]/u, '')
    .replace(/^或(?:者)?(?:发送)?(?=“)|^(?=“)/u, '也可以说')
    .replace(/^（([^（）]*)）/u, '$1');
  return { title: title.replace(/[，；：]$/u, ''), say: found['say'] ?? '', more };
}
