import { readMood } from '../../language/values/manner/mood.js';
import { plain } from '../../domain/plain-text.js';
import type { Understanding } from '../../language/reading/understand.js';
import { matterNamed } from './by-name.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

interface Asked {
  readonly text: string;
  /** What the question asks about, where it has words for it. */
  readonly what: string | undefined;
}
type Answer = (parts: Parts, turn: Turn, asked: Asked) => Promise<string | Pick<Wish, 'intent' | 'slots'>>;

/** Questions about how things are here, of no one matter; each is asked in a sentence that has its words. */
const questions: readonly (readonly [RegExp, Answer])[] = [
  [
    // 反对了会不会给我穿小鞋, 不投票会扣分吗, 投反对会被人知道吗: what a vote costs.
    /^(?=[^]*(?:投|票|反对|同意|赞成|弃权|表决))[^]*(?:穿小鞋|报复|得罪|针对|找[^，,。]{0,3}麻烦|记恨|扣[^，,。]{0,3}分|罚(?:款|钱)|后果|(?:被|让|会)[^，,。]{0,4}(?:知道|看见|看到|发现))/u,
    async () => '谁投了什么、谁还没投都不公布。投同意、反对、弃权，或者不投，都不扣分。现在没有记任何东西。',
  ],
  [
    // 纸票能投不, 没绑定的人家怎么投票: another way than the own phone.
    /^(?=[^]*(?:能|行|可以|咋|怎么|如何))(?=[^]*(?:投|票))[^]*(?:纸票|纸质票|(?:没有?|还没|未)(?:绑定|微信|手机)|不(?:会|用|是)(?:用)?(?:手机|智能机|按)|没绑)/u,
    paperWords,
  ],
  [
    /^[^，,。]{0,4}(?:公示栏|公示板|公告栏)(?:在|上|是)*(?:哪|怎么|咋)[^，,。]{0,8}$/u,
    async ({ boardUrl }, { unit }) => `公示栏谁都能看：[点这里打开](${boardUrl(unit.grid.code)})。`,
  ],
  [
    /^[^，,。]{0,4}有(?:没有)?(?:啥|什么|哪些)?志愿(?:服务)?活动(?:可以|能|参加)*(?:没有?|吗|么|不|呢|啊)*$/u,
    servicesWords,
  ],
  [
    // 给俺弄个点一点就中的: touched rather than typed.
    /点一?点就(?:能|行|中|可以|好|成)|(?:网页|链接|页面)[^，,。]{0,4}能?(?:点|填|办)/u,
    async () => ({ intent: 'desk.open', slots: {} }),
  ],
  [
    // 有没有别的小区弄过充电桩: what became of the like elsewhere.
    /(?:别的|其他|其它|别处|哪个|哪家|人家)[^，,。]{0,3}(?:小区|地方|院子?|楼)?[^，,。]{0,3}(?:弄|装|修|搞|办|做|换|建|刷)过(?<what>[^，,。？?]{2,12}?)(?:吗|么|没有?|不|多少.*|花.*|咋.*|怎么.*)?$/u,
    likeElsewhere,
  ],
  [
    /^[^，,。]{0,4}基金(?:里|上|账上|现在|还|剩|一共)*(?:有|剩)?(?:多少|几多)(?:钱)?[^，,。]{0,2}$/u,
    async () => ({ intent: 'market.show', slots: {} }),
  ],
];

/** Longer messages tell of much. */
const longest = 40;
/** What one of the questions has. */
const sign = /投|票|反对|同意|弃权|公[示告][栏板]|志愿|点就|[点填办过]|基金/u;

/** Answers a question about how things are here, where the words are no deed. Null for all else, and for what is told and not asked. */
export async function generally(
  parts: Parts,
  turn: Turn,
  text: string,
  understood: () => Understanding,
): Promise<Reply | Wish | null> {
  if ([...text].length > longest || !sign.test(text)) return null;
  const bare = text.trim().replace(/[\s。.?？!！~]+$/u, '');
  const found = questions.find(([pattern]) => pattern.test(bare));
  if (!found || !/^(?:chat\.other|help)$/u.test(understood().intent)) return null;
  if (readMood(text).some(({ kind }) => kind === 'forwarded' || kind === 'quoted')) return null;
  const answer = await found[1](parts, turn, { text, what: found[0].exec(bare)?.groups?.['what'] });
  return typeof answer === 'string' ? { text: answer } : { ...answer, sure: true, confirmed: false };
}

async function likeElsewhere(_: Parts, turn: Turn, { text, what }: Asked): Promise<Pick<Wish, 'intent' | 'slots'>> {
  const no = await matterNamed(turn, text);
  return { intent: 'precedent.show', slots: no === undefined ? { what } : { no } };
}

async function paperWords(_: Parts, { unit }: Turn): Promise<string> {
  const [only, ...others] = await unit.polls.open();
  const no = only && others.length === 0 ? `${only.no}号` : '几号';
  return `能，用纸票：找那一户楼里的楼长要，没有楼长就找网格书记。本人签好名，楼长拍照登记“${no}纸票：几号楼几单元几室 同意”，另一位核对过才算数。要用自己的微信投，先绑定，例如：我是5号楼2单元301的周桂兰。现在没有记任何东西。`;
}

async function servicesWords(_: Parts, { unit, now }: Turn): Promise<string> {
  const open = await unit.service.openSessions(now);
  if (open.length === 0) return '现在没有志愿活动。要组织一次，楼长、书记发送例如“志愿活动：周六清扫楼道”。';
  const lines = open.slice(0, 10).map(({ no, title }) => `- 志愿活动${no}：${plain(title, 60)}`);
  return ['现在的志愿活动：', ...lines, '自愿参加，到现场向组织的人要签到码，私聊发给我。'].join('\n');
}
