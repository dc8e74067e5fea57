import { onlyOne } from '../../domain/only-one.js';
import { projectName } from '../../domain/project-words.js';
import { withoutMarks } from '../../language/values/width.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { cutOut } from '../../language/values/span.js';
import { ratingWords } from '../../publish/works/rating-words.js';
import type { Project } from '../../store/proposal/project.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import type { Called } from './by-name.js';

const end = '(?:来着|了|啊|呀|呢)*$';
const neighbours = '(?:大家伙?|大伙儿?|邻居们?|别人|街坊们?|居民|一共|总共|都|现在|总的|平均|给|家家)*';
/** 粉刷大家打了几分: what all of them thought; 我家打了几分 is the own record. */
const asksRating = new RegExp(
  `^${neighbours}(?:给|打|评|得|是)(?:了|的|出|出来|过)*(?:平均)?(?:几|多少)分${end}|^${neighbours}(?:平均分|评分|得分|打分|满意度)(?:是|有|怎么样|咋样|高不高)*(?:几|多少)?分?${end}`,
  'u',
);
/** 有人提意见没, 异议是否均已答复完毕, 还有没答复的异议吗. */
const asksObjected =
  /^(?:现在|目前|到底)*(?:有|有没有|有无)(?:人|谁|邻居|哪家)*(?:给)?(?:提|说|反映)?(?:出|过|了|上)*(?:啥|什么)?(?:意见|异议|反对意见)(?:了)?(?:没|没有|吗|么|啊)*$|^(?:现在|目前|到底)*(?:是否|是不是)?(?:还)?(?:有|剩|没有)?(?:哪些|几条|什么|啥)?(?:没|未|尚未|没有)?(?:答复?|回复?|处理)?(?:过|了)?的?(?:意见|异议)(?:是否|是不是|有没有)?(?:都|均|全|全部|已|已经)*(?:答复?|回复?|处理)(?:完毕?|好|了|过|清)*(?:没|没有|吗|么|啊)*$|^(?:现在|目前|到底)*(?:是否|是不是)?(?:还|仍)?有?(?:没|未|尚未|没有)(?:答复?|回复?|处理)(?:过|了)?的(?:意见|异议)(?:没|没有|吗|么|啊)*$/u;

/** What is asked of a matter by few words: how it was rated, whether somebody objects. Null for all else. */
export async function matterAsked(
  parts: Parts,
  turn: Turn,
  text: string,
  called: Called,
): Promise<Reply | Wish | null> {
  if ([...text].length > 24 || !/分|满意|意见|异议/u.test(text)) return null;
  const { bare, no } = await withoutName(turn, text, called);
  const isRating = asksRating.test(bare);
  if (!isRating && !asksObjected.test(bare)) return null;
  const states = isRating ? (['accepted'] as const) : (['plan_published', 'result_published'] as const);
  const project = await meant(parts, turn, no, states);
  if (!project) return null;
  parts.spoken.note(turn, { intent: isRating ? 'progress.show' : 'objection.list', no: project.no, isDone: false });
  if (!isRating) return { intent: 'objection.list', slots: { no: project.no }, sure: true, confirmed: false };
  const words = project.acceptedAt && (await ratingWords(turn.unit, project, turn.now));
  const none = project.acceptedAt ? '还没有人打分。' : '还没有验收，验收合格以后每户都能打分。';
  return { text: `${projectName(project)}：${words ?? none}谁打了几分不公布。` };
}

async function withoutName(
  turn: Turn,
  text: string,
  called: Called,
): Promise<{ bare: string; no: number | undefined }> {
  const said = findNumbers(text).length > 0 ? text : ((await called())?.text ?? text);
  const [number] = findNumbers(said);
  if (number) return { bare: bareOf(cutOut(said, [number])), no: number.no };
  const bare = bareOf(text);
  // 粉刷 is no name among all works, but only one of those in hand has it.
  const head = bare.slice(0, 2);
  const only = onlyOne((await turn.unit.projects.titlesUnderWay()).filter(({ title }) => title.includes(head)));
  return only ? { bare: bare.slice(2), no: only.no } : { bare, no: undefined };
}

const bareOf = (text: string): string => withoutMarks(text.replace(/^(?:那个|那|的)/u, ''));

/** The matter that is named; else the one just spoken of, or the only one of which it may be asked. */
async function meant(
  { spoken }: Parts,
  turn: Turn,
  no: number | undefined,
  states: Parameters<Turn['unit']['projects']['inStates']>[0],
): Promise<Project | null> {
  const { projects } = turn.unit;
  if (no !== undefined) return projects.byNo(no);
  const fitting = await projects.inStates(states);
  const last = spoken.last(turn)?.no;
  return fitting.find(one => one.no === last) ?? onlyOne(fitting) ?? null;
}
