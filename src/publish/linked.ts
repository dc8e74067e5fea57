import { type Html, html } from './html.js';

/** A line of the bot's words for a page of the desk: `[words](address)` is a link where it leads to the desk or out of it, and else stays as it is. */
export function linked(line: string): Html[] {
  return line.split(/(\[[^\]]+\]\((?:https?:\/\/|\?|\/desk\/)[^\s)]+\))/u).map(part => {
    const [, words, href] = /^\[([^\]]+)\]\(((?:https?:\/\/|\?|\/desk\/)[^\s)]+)\)$/u.exec(part) ?? [];
    return words !== undefined && href !== undefined ? html`<a href="${href}">${words}</a>` : html`${part}`;
  });
}
