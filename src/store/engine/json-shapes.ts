import { z } from 'zod';

/**
 * What may stand in the columns that hold JSON. A value that is there has to be of its kind; what an older program did not write may be missing, and
 * what a newer one wrote beside it stays.
 */
const known = (fields: Readonly<Record<string, z.ZodType>>): z.ZodType =>
  z.looseObject(Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, kind.nullish()])));
const list = (kind: z.ZodType): z.ZodType => z.array(kind);
const by = (kind: z.ZodType): z.ZodType => z.record(z.string(), kind);

const text = z.string();
const whole = z.number().int();
const yes = z.boolean();

export const texts = list(text);
export const numbers = list(whole);
export const anything = z.unknown();
/** By names that the column's own reader knows: facts of a deed, slots of a wish, a reply. */
export const named = by(anything);
/** Several such, as rows of another table. */
export const rows = list(named);
export const textsByName = by(text);
export const numbersByName = by(z.number());
export const listsByName = by(texts);

/** Buildings and entrances were numbers before they had names; records of that time hold them so. */
const label = z.union([text, z.number().transform(String)]);
export const scope = list(known({ building: label, unit: label }));
export const sumsByLine = list(known({ name: text, amountFen: whole }));
export const postings = list(z.looseObject({ from: text, to: text, amountFen: whole }));
export const summary = known({
  pledgedFen: whole,
  receivedFen: whole,
  pendingFen: whole,
  receivedBySource: numbersByName,
  cashBySource: numbersByName,
  spentFen: whole,
  refundedFen: whole,
  passedFen: whole,
  balanceFen: whole,
  freeFen: whole,
  retainedFen: whole,
  unclaimedFen: whole,
});
export const statementRows = list(
  known({ row: whole, day: text, time: text, amountFen: whole, payer: text, key: text }),
);
export const refusedRows = list(known({ row: whole, reason: text }));
export const despite = known({ stops: texts, reason: text, byId: whole, at: text });

export const electorate = list(known({ key: text, parts: numbers, areaCentiM2: whole }));
/** The result of a vote as it was announced (domain/poll/tally.ts). */
export const tally = known({
  households: whole,
  voted: whole,
  silent: whole,
  invalid: whole,
  channels: by(whole),
  unchecked: whole,
  withSilent: known({
    silence: text,
    served: whole,
    voted: whole,
    agree: whole,
    areaTook: whole,
    areaAgree: whole,
    quorum: yes,
    passed: yes,
  }),
  counts: by(whole),
  quorum: yes,
  passed: yes,
  area: known({ whole, invalid: whole, took: whole, agree: whole, disagree: whole, abstain: whole }),
});
export const adoptedSilence = known({ silence: text, text });
/** A figure is a part of a whole. */
export const figure = list(z.number());
export const figures = by(figure);
export const heads = list(numbers);
export const bonds = list(known({ id: whole, at: text }));
export const points = list(known({ points: whole, expiresAt: text }));

export const payerCheck = known({ answer: text, evidence: text, by: whole, at: text, referral: named });
export const spendOrder = known({ sources: texts, isSaid: yes });
export const roundTerms = known({
  closesAt: text,
  days: whole,
  minimumFen: whole,
  capFen: whole,
  targetFen: whole,
  everyHousehold: yes,
});
const planned = list(known({ source: text, amountFen: whole }));
export const fundingPlan = known({ sources: planned, exempted: planned });
export const allocation = known({
  method: text,
  floors: list(known({ floor: whole, weight: z.number() })),
  scope,
});
export const emergency = known({
  what: text,
  capFen: whole,
  declaredById: whole,
  declaredAt: text,
  householdById: whole,
  officeById: whole,
  startedAt: text,
});
export const precedent = known({
  category: text,
  title: text,
  households: whole,
  costFen: whole,
  budgetFen: whole,
  objections: texts,
  endedOn: text,
  source: text,
});

export const press = known({ intent: text, slots: named, revision: text });
export const rosterLines = list(known({ building: text, unit: text, room: text, owners: texts, userids: texts }));
