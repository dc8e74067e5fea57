import { onlyOne } from '../../../domain/only-one.js';
import type { Source } from '../../../domain/funds/ledger.js';
import { sourceNamed, sourceNames } from '../../../domain/funds/source-names.js';
import type { PlannedSource } from '../../../domain/plan/funding-plan.js';
import { partsSaid } from '../parts-said.js';
import { cutOut } from '../span.js';
import { sumsSaid } from './sums-said.js';

/** The members of the estate, and the offices above it, by other words. */
const residents = '业主|住户|大家伙?|大伙儿?|各[家户]|邻居们?';
const state = '街道|办事处|政府|上级|上面|财政';
const asResidents = new RegExp(`^(?:${residents})$`, 'u');
const ofState = new RegExp(`^(?:${state})$`, 'u');
export const giverNames = `${sourceNames}|${residents}|${state}`;
const name = new RegExp(giverNames, 'gu');
/** What else may stand beside a name and its sum: that it gives, makes up or is changed. */
const beside =
  /^(?:资金|款|那边|那块|这块|部分|的|由|从|走|用|拿|让|请|自己|自愿|一起|凑|出|掏|筹|认|给|补|支持|贴|垫|承担|解决|来|改|调|变|换|整|成|为|到|就|是|都|也|再|先|其中|另外?|余|其余|下|剩|不够|缺|差|口|[:\s])*$/u;
const evidenceIn = /\((?<evidence>[^()]{1,100})\)/u;

/** Reads `居民自愿凑两千二，剩下八百走公共收益（3号表决）`: every part one source with one exact sum, none twice; null for all else. */
export function sourcesIn(text: string): PlannedSource[] | null {
  const list = partsSaid(text).map(readOne);
  if (list.length === 0 || !list.every(one => one !== null)) return null;
  return new Set(list.map(({ source }) => source)).size === list.length ? list : null;
}

function readOne(part: string): PlannedSource | null {
  const evidence =
    evidenceIn
      .exec(part)
      ?.groups?.['evidence']?.trim()
      .replaceAll(/(?:决?定|同意|批)?的$/gu, '') ?? null;
  const words = part.replace(evidenceIn, '');
  const sum = onlyOne(sumsSaid(words) ?? []);
  if (!sum) return null;
  const source = onlyOne(new Set((words.match(name) ?? []).map(sourceOf)));
  const rest = cutOut(words, [sum]).replaceAll(name, '');
  return source === undefined || !beside.test(rest) ? null : { source, plannedFen: sum.fen, evidence };
}

function sourceOf(named: string): Source | undefined {
  return asResidents.test(named) ? 'residents' : ofState.test(named) ? 'subsidy' : sourceNamed(named);
}
