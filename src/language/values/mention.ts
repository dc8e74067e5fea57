/** Names that the bot has gone by; the group may call it by any of them. */
export const botNames =
  '(?:议事|众议众筹|众筹|众议|网格|社区|小区|记账|居民)?(?:小?(?:助手|账本|管家|秘书)|机器人)|众议众筹';

// Names of ten characters at most, so that an @ in the middle of a sentence does not swallow the sentence.
const bot = new RegExp(`[@＠](?:${botNames})[ \\u00a0\\u2005\\u2003\\u3000]*`, 'gu');
/** Whoever is called at the beginning or named at the very end; in the midst of a sentence a mention is a part of it. */
const atEnds =
  /^(?:[@＠][^\s@＠，。,:：#]{1,16}[\u2005\u00a0 \u3000]+)+|(?:(?:^|[\u2005\u00a0 \u3000])[@＠][^\s@＠，。,:：#]{1,16}[\u2005\u00a0 \u3000]*)+$/gu;

/**
 * The sentence without mentions: the bot's wherever it stands, others' where they only call somebody. An e-mail address and
 * 别只问@张三 一个人 are words of the member and stay.
 */
export function stripMentions(text: string): string {
  if (!/[@＠]/.test(text)) return text;
  return text.replace(bot, ' ').trim().replace(atEnds, ' ').trim();
}
