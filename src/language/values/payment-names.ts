import { commonRun } from './matter-names.js';

/** Words between which a name stands: 现在|把|梯子|那张, 给|城东|把|梯子|钱|结了. */
const between =
  /[^\p{Script=Han}]+|现在|刚才|刚刚|今天|明天|昨天|这会儿|赶紧|可以|不用|已经|还没|新来|上午|下午|麻烦|剩下|一下|一共|说好|重新开|[我俺咱你您他她它]们?|[把将给付打转结的了就请先再也都还那这和跟与及是对让叫替从向在说算批核看过买]/u;
/** What stands behind the name of a payment. */
const heads = /的?(?:[那这](?:一)?[张笔单]|(?:工|货|料|尾|运)?(?:钱|款)(?!项)|(?:发票|单子|票)(?!数)|申请(?!\d))/gu;
const fromHead = new RegExp(`${heads.source}.*$`, 'u');
const toWhom = /(?:付给|打给|转给|结给|退给|给)(?=\p{Script=Han}{2})/gu;
/** Everybody's words for a payment, its parts or who has to do with it: they name none of several. */
const general =
  /^(?:[张笔单条份]|(?:第|头|上|下|最后|前|后|另|其他|别|哪|几|每|各|全|剩|首|末|尾|大|小|多|少|一|二|两|三|四|五|六|七|八|九|十|百|千|万|零|元|块)+.?|支出|申请|付款|材料|人工|工|货|料|运|东西|设备|费用?|师傅|工人|施工(?:队|方)?|厂家|商家|店家|老板|公司|人家|别人|大家|大伙|邻居|居民|各[家户]|监管(?:小组)?|会计|出纳|副?书记|楼长|社区|物业|网格员?|项目|工程|预算|公家|银行|报销|凭证?|验收|票|钱|款|申请人|经手人|意见|面|边|里|头|事|回|次|些|样|个|时候|正常|正式|同样|一样|原来|本来|真|新|旧|老)$/u;
/** What a name is worn with: 老张, 张师傅, 梯子. */
const worn = /^[老小](?=.)|(?:师傅|老板|大哥|他们|那边|那家|家|子|头|儿)$/gu;

/** What the words call a payment by: what it bought or who gets it (梯子那张, 把锁芯钱给城东). Empty where they name nothing. */
export function paymentNames(text: string): readonly string[] {
  const names: string[] = [];
  for (const { index } of text.matchAll(heads)) names.push(text.slice(0, index).split(between).at(-1) ?? '');
  for (const found of text.matchAll(toWhom))
    names.push(
      text
        .slice(found.index + found[0].length)
        .split(between)[0]
        ?.replace(fromHead, '') ?? '',
    );
  return [...new Set(names.filter(name => name !== '' && [...name].length <= 5 && !general.test(name)))];
}

/** True where a payment may be called so: two signs of its words, or the last one of a name without what it is worn with. */
export function isCalled(words: string, name: string): boolean {
  const bare = name.replaceAll(worn, '') || name;
  if (commonRun(bare, words) >= Math.min(2, [...bare].length)) return true;
  return words.includes([...bare].at(-1) ?? bare) || (bare.includes('灯') && words.includes('灯'));
}
