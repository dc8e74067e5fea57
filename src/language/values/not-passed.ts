/** What was looked at and does not pass: 不予通过, 没过, 通过不了, 仍有一处空鼓. */
export const notPassed =
  /(?:没|未)(?:有|能|予)*(?:改|修|弄|做|整|处理|焊|补|刷|装|固定|返|包|浇|抹|铺)(?:好|完|到位|利索|牢|平|实|正)|(?:没|未)(?:有|能|予|给)*(?:通过|过(?!来|去|头)|合格|达标|到位|落实)|还(?:在|是|有)?(?:渗|漏|滴|响|翘|松|晃|裂|堵|歪|掉|湿|坏|空|老样子)|(?:仍|依然|依旧)(?:然|旧|是|在|有|未|没|存)|还(?:有|剩)[^，,。]{0,6}(?:处|块|个|道|根|段|片)|不(?:予|能|给|算|得|准)*(?:通过|合格|达标|过关|过(?![^，,。]{0,2}问)|行|到位|销号)|(?:通过|过|验)不(?:了|去)|(?:重新?|再)(?:弄|做|返|修|改|整)|打回|返工/u;

const judgesOnly =
  /^(?:我|俺|刚才?|又|再|已经?|今天|去|来|到现场|现场)*(?:看|检查|复查|瞧|查|敲|验)(?:过|了|完)*$|^(?:这|那|肯定|还是|整改|复查)*(?:(?:没|不)(?:予|能|有|给|行|通过|过|合格)+|(?:通过|过|验)不了)(?:啊|的|吧|去)?$/u;

/** What is still wrong, without the way there and the bare judgement: 我去看了，还是没包好, 复查仍有一处空鼓，不予通过. */
export function faultIn(text: string): string {
  return text
    .replace(/^[^，,。]*?(?:整改|复查)第?\d{0,7}号?[:：]?/u, '')
    .split(/[\s，,。.!！；;、]+/u)
    .filter(clause => clause !== '' && !judgesOnly.test(clause))
    .join('，');
}

/** 复查我还没去呢: nobody has looked yet. */
const notLooked =
  /(?:还|都|尚)?(?:没|未)(?:有|来得及|顾上|工夫|空|时间)*(?:去|看|查|验|到|复查|检查|开始)(?!出|到|着)/u;

const day =
  '(?:[明后]天|大后天|今晚|明早|改天|回头|待会儿?|过[两几]天|晚(?:点儿?|些|会儿)|月底|[下这本](?:个)?(?:周|月|星期|礼拜)[一二三四五六日天末]?|(?:周|星期|礼拜)[一二三四五六日天末]|\\d{1,2}月\\d{1,2}[日号]|\\d{1,2}[日号](?=之?前|以前|[上下]午|晚上|再))';
const done = '(?:付|打款|打钱|转账|转给|结清|完成|完工|弄|修|改|补|做|办|焊|包|换|整|复查|验收?|核|看)';
const ahead = new RegExp(
  `(?:争取|力争|打算|准备|计划|预计|估计|尽量|保证)[^，,。；;]{0,10}?${done}|${day}(?:之?前|以前|上午|下午|晚上|再|就|才|能|会|可以|给|把|来|去|我|他们?|都)*${done}[^，,。；;]{0,4}$`,
  'u',
);
/** 周五付的, 昨天完成了: over, whatever day is named. */
const over = /(?:了|过|的|完|好|毕|齐)[吧啊呀啦\s。.!！]*$/u;

/** 鑫源的钱我周五付; 整改争取后天完成; 复查我还没去呢: nothing was done yet, and nothing beside it is told as done. */
export function isAhead(text: string): boolean {
  const clauses = text.split(/[，,。；;！!？?\s]+/u).filter(Boolean);
  const isNotYet = (clause: string): boolean => notLooked.test(clause) || (ahead.test(clause) && !isOver(clause));
  return clauses.some(isNotYet) && !clauses.some(clause => !isNotYet(clause) && isOver(clause));
}

function isOver(clause: string): boolean {
  return over.test(clause) && !/(?:争取|力争|打算|准备|计划|预计|尽量|保证)/u.test(clause);
}
