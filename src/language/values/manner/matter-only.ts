/** Said to whoever writes it down: 你登一下, 请予公布, 把纪要发出去, 申请一下. */
const handsOver =
  /^(?:请|麻烦|劳驾|帮我|帮忙|给我|你|您|都|就|先|那|予以?|敬请|把(?:它|这个?|这些|这条|上面的?|纪要|公告|优惠|意见|建议))*(?:登记|登|记录|记|录入?|写|发布|发|公布|公示|通知|挂|贴|上报|报一下|申请|报销|批)(?:上去?|下来?|进去|出去|一下子?|到群里|到纪要里?|给大家|在案)*(?:我的?|大家的?)?(?:意见|建议|名字)?(?:吧|了|啊|哈|哦|呗)?$/u;
/** 发票刚发你, 照片在群里: what came beside the words. */
const cameBeside =
  /^(?:发票|收据|小?票|单子|凭据|照片|图片?|清单)(?:我|刚|刚才|也|都|已经|就)*(?:(?:发|传|交|给)(?:给)?(?:你|您|过来|过去|上来|群里|了)+|在(?:群里|上面|下面|后面|这儿?))$/u;
/** 请各户派员参加, 望周知: an invitation, which the notice makes itself. */
const invites =
  /^(?:请|望|敬请|欢迎|务必|特此)(?:各[户位家]|大家伙?|大伙儿?|居民们?|业主们?|住户们?|邻居们?)*(?:派(?:员|人|代表)|都|准时|按时|积极|踊跃|务必|互相|相互)*(?:参加|到场|出席|来|前来|到会|转告|周知|知悉|通知|公告)(?:一下|啊|吧|哈)*$/u;
/** 哎呀, 就高压冲洗: what begins to speak and says nothing. */
const begins = /^(?:哎呀?|唉|诶|嗨|喂|那个啥?|嗯+|哦|对了|是这样(?:的|子)?|就是说?)[，,\s]*(?=.{2})/u;
const only = /^就(?=(?:高压|低压|全部|统一|用|按|换|装|修|刷|铺|砌|拆|挖|加|改|清|补)\p{Script=Han})/u;

const mark = /[，,。；;！!\s]+/gu;

/** Clauses that are the speaker's to whoever writes it down, and no part of what is written. */
export function isAside(clause: string): boolean {
  return handsOver.test(clause) || cameBeside.test(clause) || invites.test(clause);
}

/**
 * What is meant to be written, published or booked, without what was said to whoever writes it: 水泥二十袋，发票刚发你 is 水泥二十袋. Clauses go at both ends,
 * whole and never from within; where nothing else was said the words stay.
 */
export function matterOnly(words: string): string {
  let said = words.trim();
  for (;;) {
    const marks = [...said.matchAll(mark)].filter(({ index }) => index > 0 && index < said.length);
    const [first, last] = [marks[0], marks.at(-1)];
    const tail = last ? said.slice(last.index + last[0].length) : '';
    const head = first ? said.slice(0, first.index) : '';
    if (last && (tail === '' || isAside(tail))) said = said.slice(0, last.index);
    else if (first && isAside(head)) said = said.slice(first.index + first[0].length);
    else break;
  }
  return said.replace(begins, '').replace(only, '');
}
