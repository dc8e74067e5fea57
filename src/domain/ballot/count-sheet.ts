import { z } from 'zod';
import { countBallots } from './count-ballots.js';
import { type Tally, percent, squareMetres } from '../poll/tally.js';
import { type Share, type Track, missingTo, trackRules } from '../poll/tracks.js';

/** Below this many voters no choice is shown, not even under a pseudonym (docs/domain.md 13.4). */
export const leastVoters = 5;

const Sheet = z.object({
  format: z.enum(['zhongyi-poll-1', 'zhongyi-poll-2']),
  no: z.number().int().positive(),
  question: z.string(),
  track: z.enum(Object.keys(trackRules) as [Track, ...Track[]]),
  /**
   * Everybody who might vote, under a pseudonym. Sheets of format 1 told each owner's area in 0.01 m²; beside the roster that named the
   * owner, so sheets of format 2 tell null and the sums of `areas`.
   */
  voters: z
    .array(
      z.object({
        voter: z.string(),
        areaCentiM2: z.number().int().positive().nullable(),
        served: z.boolean().optional(),
      }),
    )
    .min(1),
  /** What becomes of those who were reached and said nothing. */
  silence: z.enum(['not_counted', 'deemed_abstain', 'follow_majority']).default('not_counted'),
  /** The choice of each who voted, the last one where it was changed; `conflict` where co-owners differ. */
  ballots: z.array(
    z.object({ voter: z.string(), choice: z.string(), channel: z.enum(['chat', 'paper', 'proxy']).default('chat') }),
  ),
  /** Format 2, owners only, in 0.01 m²; `agree` is null where it would tell the areas of fewer than five. */
  areas: z
    .object({
      whole: z.number().int().positive(),
      took: z.number().int().min(0),
      agree: z.number().int().min(0).nullable(),
    })
    .nullable()
    .default(null),
  /** Format 2, where adopted rules count silence: the figures with those who were reached and said nothing, which decide. */
  withSilent: z
    .object({
      voted: z.number().int().min(0),
      agree: z.number().int().min(0),
      areaTook: z.number().int().min(0),
      areaAgree: z.number().int().min(0).nullable(),
    })
    .nullable()
    .default(null),
  result: z.object({ quorum: z.boolean(), passed: z.boolean().nullable() }),
});

/** A closed poll that a stranger can recount without the database: pseudonyms, areas, choices, rule and result. */
export type CountSheet = z.infer<typeof Sheet>;

/** The sheet in a JSON text, or a sentence that says what is wrong with it. */
export function readSheet(text: string): CountSheet | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'It is not JSON; take a sheet that grid -- poll CODE NO printed.';
  }
  const read = Sheet.safeParse(json);
  if (read.success) return read.data;
  return `It is no count sheet: ${read.error.issues[0]?.path.join('.') || 'its form'} is not right.`;
}

interface Recount {
  readonly tally: Tally;
  /** True when the sheet's result is what its ballots give. */
  readonly holds: boolean;
  /** The steps, so that each can be done again with a pencil. */
  readonly steps: readonly string[];
}

/** Counts a sheet anew. Throws when a ballot names nobody of the voters, or a voter twice. */
export function recount(sheet: CountSheet): Recount {
  const { track, voters, silence, ballots, result } = sheet;
  const ids = new Map(voters.map(({ voter }, index) => [voter, index]));
  if (ids.size < voters.length) throw new Error('a voter stands in the sheet twice');
  if (new Set(ballots.map(({ voter }) => voter)).size < ballots.length) throw new Error('a voter has two ballots');
  for (const { voter } of ballots) if (!ids.has(voter)) throw new Error(`the ballot of ${voter} belongs to no voter`);
  if (sheet.areas) return recountBySums(sheet, sheet.areas);
  const isOwners = trackRules[track].electorate === 'owners';
  const electorate = isOwners
    ? voters.map(({ voter, areaCentiM2 }, index) => ({ key: voter, parts: [index], areaCentiM2: areaCentiM2 ?? 0 }))
    : null;
  const cast = ballots.flatMap(({ voter, choice, channel }) => {
    const householdId = ids.get(voter);
    if (householdId === undefined) throw new Error(`the ballot of ${voter} belongs to no voter`);
    const ballot = { householdId, memberId: 1, choice, channel: channel === 'chat' ? null : channel };
    // Two who differ, in one voice.
    if (choice !== 'conflict') return [ballot];
    return [
      { ...ballot, choice: 'agree' },
      { ...ballot, choice: 'disagree', memberId: 2 },
    ];
  });
  const tally = countBallots(
    { track, householdCount: voters.length, electorate, adopted: { silence } },
    { ballots: cast, served: new Set(voters.flatMap(({ served }, index) => (served ? [index] : []))) },
  );
  const holds = tally.quorum === result.quorum && tally.passed === result.passed;
  return { tally, holds, steps: stepsOf(track, tally) };
}

/** Owners by the sums of their areas: heads are counted, areas added up by the record are held to the rule. */
function recountBySums(
  { track, voters, ballots, result, withSilent }: CountSheet,
  areas: NonNullable<CountSheet['areas']>,
): Recount {
  const { quorum: enough, pass, said } = trackRules[track];
  const took = ballots.filter(({ choice }) => choice !== 'conflict');
  const counts: Record<string, number> = {};
  for (const { choice } of took) counts[choice] = (counts[choice] ?? 0) + 1;
  const agree = counts['agree'] ?? 0;
  const decides = withSilent ?? { voted: took.length, agree, areaTook: areas.took, areaAgree: areas.agree };
  const both = (
    heads: readonly [number, number],
    area: readonly [number, number] | null,
    share: Share | null,
  ): boolean => !share || (missingTo(...heads, share) === 0 && (area === null || missingTo(...area, share) === 0));
  const quorum = both([decides.voted, voters.length], [decides.areaTook, areas.whole], enough);
  const byArea: readonly [number, number] | null =
    decides.areaAgree === null ? null : [decides.areaAgree, decides.areaTook];
  const byHeads = quorum && both([decides.agree, decides.voted], byArea, pass);
  // Where the area of those who agree is not told, it may still have been too little.
  const passed = byArea === null && byHeads ? (result.passed ?? false) : byHeads;
  const tally: Tally = {
    households: voters.length,
    voted: took.length,
    silent: voters.length - ballots.length,
    invalid: ballots.length - took.length,
    counts,
    quorum,
    passed,
  };
  const steps = [
    `${said}。`,
    `参加：${fraction(took.length, voters.length, '人', enough)}`,
    `参加的面积：${areaFraction(areas.took, areas.whole, enough)}`,
    `够数：${quorum ? '是' : '否'}`,
    `同意：${fraction(agree, took.length, '人', pass)}`,
    areas.agree === null
      ? '同意的面积：反对或弃权的不足五人，不公布，以公告的结论为准'
      : `同意的面积：${areaFraction(areas.agree, areas.took, pass)}`,
    ...(withSilent
      ? [
          `计入已送达未表决的：参加${fraction(withSilent.voted, voters.length, '人', enough)}，同意${fraction(withSilent.agree, withSilent.voted, '人', pass)}`,
        ]
      : []),
    `结论：${passed ? '通过' : '未通过'}`,
  ];
  return { tally, holds: quorum === result.quorum && passed === result.passed, steps };
}

function stepsOf(track: Track, tally: Tally): string[] {
  const { households, voted, counts, area, invalid = 0, channels, withSilent, quorum, passed } = tally;
  const { quorum: enough, pass } = trackRules[track];
  const agree = counts['agree'] ?? 0;
  const unit = area ? '人' : '户';
  const lines = [`${trackRules[track].said}。`, `参加：${fraction(voted, households, unit, enough)}`];
  if (area) lines.push(`参加的面积：${areaFraction(area.took, area.whole, enough)}`);
  if (channels) lines.push(`纸票${channels.paper}，电子${channels.chat}，委托${channels.proxy}，无效${invalid}`);
  if (passed === null)
    return [...lines, ...Object.entries(counts).map(([choice, count]) => `${choice}：${count}${unit}`)];
  lines.push(`够数：${quorum ? '是' : '否'}`, `同意：${fraction(agree, voted, unit, pass)}`);
  if (area) lines.push(`同意的面积：${areaFraction(area.agree, area.took, pass)}`);
  if (withSilent)
    lines.push(
      `计入已送达未表决的${withSilent.served}人中没有投票的：参加${fraction(withSilent.voted, households, unit, enough)}，同意${fraction(withSilent.agree, withSilent.voted, unit, pass)}`,
      `计入后的面积：参加${squareMetres(withSilent.areaTook)}，同意${areaFraction(withSilent.areaAgree, withSilent.areaTook, pass)}`,
    );
  return [...lines, `结论：${passed ? '通过' : '未通过'}`];
}

function fraction(part: number, whole: number, unit: string, share: Share | null): string {
  return `${part}/${whole}${unit}（${percent(part, whole)}）${share ? verdict(missingTo(part, whole, share), unit) : ''}`;
}

function areaFraction(part: number, whole: number, share: Share | null): string {
  const missing = share ? missingTo(part, whole, share) : 0;
  const gap = missing === 0 ? '，够' : `，还差${squareMetres(missing)}`;
  return `${squareMetres(part)}/${squareMetres(whole)}（${percent(part, whole)}）${share ? gap : ''}`;
}

function verdict(missing: number, unit: string): string {
  return missing === 0 ? '，够' : `，还差${missing}${unit}`;
}
