const clock =
  /(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上)?(?:[\d]{1,2}|[一二两三四五六七八九十]{1,3})(?:[:：]\d{2}|[点时](?:半|一刻|三刻|\d{1,2}分?|[一二三四五六七八九十]{1,3}分)?)/u;
const day =
  /(?:这|本|下)?(?:个)?(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/u;
const round =
  /[\s，,。.!！]|哎呀?|等等|不对|还是|就|那|时间|改成|改为|改到|改在|改|换成|换到|挪到|推到|推迟到|提前到|定在|定|放到|吧|了|好了|得了|算了/gu;

const partOfDay = /^(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上)/u;
const moves = /^(?:还是|那|就|时间)*(?:改|换|挪|推|提前)/u;

/** 改成下午三点 behind a meeting that was read back: its words with another hour or day in the place of theirs. Null for all else. */
export function otherMoment(words: string, text: string): string | null {
  // 改八点吧，七点半还吃饭呢: why is told behind it.
  const [head = ''] = text.split(/[，,。；;]/u);
  const said = moves.test(head) && clock.test(head) ? head : text;
  const [hour, date] = [clock.exec(said)?.[0], day.exec(said)?.[0]];
  const rest = [hour, date].reduce((left: string, each) => (each === undefined ? left : left.replace(each, '')), said);
  if ((hour === undefined && date === undefined) || rest.replaceAll(round, '') !== '') return null;
  if ((hour !== undefined && !clock.test(words)) || (date !== undefined && !day.test(words))) return null;
  // 晚上七点半 becomes 晚上八点 by 八点 alone.
  const half =
    hour === undefined || partOfDay.test(hour) ? '' : (partOfDay.exec(clock.exec(words)?.[0] ?? '')?.[0] ?? '');
  const moved = words.replace(clock, hour === undefined ? '$&' : `${half}${hour}`).replace(day, date ?? '$&');
  return moved === words ? null : moved;
}
