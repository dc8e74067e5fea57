/** Thanks need no pause before them, unless somebody else is to be thanked: 给环卫工人说谢谢. */
const thanks =
  '(?<!说|[说道一]声|[说写一]句|写|写上|[“"‘])(?:谢谢|多谢|谢了|谢啦)(?:你们?|您|大家|各位|邻居们?|书记|楼长|会计|出纳|师傅|小助手|机器人|帮忙|了|啊|啦|哈|呀|哦)*';
/** What may be the matter itself (工人太辛苦了, 别嫌麻烦) is courtesy behind a pause, or where it is said to somebody. */
const trouble = '(?:辛苦|麻烦|拜托|劳驾|劳烦|有劳|感谢|受累|费心|不好意思|打扰)';
const toSomebody = `(?<![太很真最不嫌怕添挺更够])(?:辛苦|麻烦|拜托|劳烦)(?:你们?|您|大家|各位)了?|(?<![太很真最不嫌怕添挺更够])(?:麻烦|拜托)了`;
const behindPause = `(?<=[\\s，,。.!！;；])${trouble}(?:你们?|您|大家|各位|书记|楼长|师傅|小助手|一下|了|啊|啦|哈)*`;
const signs = '🙏|👍|🌹|🤝|😊|\\[(?:抱拳|玫瑰|握手|合十|微笑|强|愉快)\\]';
const pause = '[\\s，,。.!！~～、;；]';

/** Behind thanks it is a word of theirs. */
const laugh = `(?<!${thanks})(?<!${behindPause})(?<=[^哈嘻嘿\\s])哈`;
/** It begins where no pause stands before it: from each mark of a long row it would be looked for to the end of the row. */
const atEnd = new RegExp(
  `(?<!${pause})${pause}*(?:(?:${thanks}|${toSomebody}|${behindPause}|${laugh}|${signs})${pause}*)+$`,
  'u',
);
const only = new RegExp(
  `^(?:(?:${thanks})|${trouble}(?:你们?|您|大家|各位|了|啊|啦|哈)*|(?<=^|${pause})哈+|一下哈*|(?:${signs})哈*|${pause})+$`,
  'u',
);
const call =
  /^(?:(?:那个|这个)(?=[啊，,、\s])|嗯+|呃|喂|哎|诶|小助手|机器人|大家好|各位好|你好|您好|麻烦[你您]?|劳驾|劳烦|拜托[你您]?|请[你您]?|帮忙|帮我)[啊呀哈吧]?[，,、!！。\s]*(?=.)/u;
const asksSomebody = /^(?:麻烦|劳驾|劳烦|拜托|请|帮)/u;

/**
 * The sentence without the courtesy round it: calls and 请 before, thanks and 哈 behind; 一下 goes with a 请 or 麻烦 that stands before.
 * Each way of leaving it out, the shortest first: 请请办3办结 asks for 请办3办结. What is nothing but courtesy stays.
 */
export function withoutCourtesy(text: string): string[] {
  const matter = withoutThanks(text);
  const found: string[] = [];
  let rest = matter;
  let isAsked = false;
  for (let lead = call.exec(rest); lead; lead = call.exec(rest)) {
    isAsked ||= asksSomebody.test(lead[0]);
    rest = rest.slice(lead[0].length);
    found.push(rest);
    if (isAsked && /[^一]一下$/u.test(rest)) found.push(rest.slice(0, -2));
  }
  return [...found.toReversed(), matter];
}

/** Words that stand on the record, without thanks behind them. */
export function withoutThanks(text: string): string {
  const bare = text.replace(atEnd, '');
  return bare === '' ? text : bare;
}

/** 谢谢, 麻烦了: courtesy and no matter. */
export function isCourtesy(text: string): boolean {
  return only.test(text);
}

const once = /一下(?=[\s，,。.!！~～]*$)/u;
const whatIsAsked = /^(?:麻烦|劳驾|劳烦|拜托|请)[你您][^]{2,}[^一]$/u;

/** 麻烦你12号同意一下 asks for 12号同意: the 一下 of who asks somebody for it is no sum and no word of the matter. */
export function withoutOnce(text: string): string {
  const at = once.exec(text)?.index;
  return at !== undefined && whatIsAsked.test(text.slice(0, at)) ? text.slice(0, at) + text.slice(at + 2) : text;
}

const thanksFirst =
  /^(?:好的?|行|嗯+|哦|噢|知道了|明白了|收到|可以)?[，,。！!\s]*(?:谢谢|多谢|感谢|谢了|谢啦|辛苦了?)(?:你们?|您|啦|了|啊|哈|哟|哦|大家)*[，,。！!～~\s]+(?<rest>[^]{3,60})$/u;
const asks = /[?？]\s*$|[吗呢么没不]\s*$|[几谁啥哪咋]|什么|怎么|多[久少长]/u;

/** 谢谢，大概多久能修: what is asked behind the thanks; null where nothing is. */
export function behindThanks(text: string): string | null {
  const rest = thanksFirst.exec(text.trim())?.groups?.['rest'];
  return rest === undefined || !asks.test(rest) ? null : rest;
}
