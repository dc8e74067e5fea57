import type { Refusal, RefusalCode } from '../../domain/refusal.js';
import { benefitSayings } from './benefits.js';
import { contestSayings } from './contest.js';
import { fundingSayings } from './funding.js';
import { ledgerSayings } from './ledger.js';
import { marketSayings } from './market.js';
import { peopleSayings } from './people.js';
import { pointsSayings } from './points.js';
import { pollsSayings } from './polls.js';
import { projectsSayings } from './projects.js';
import { reportSayings } from './reports.js';
import { outsideSayings } from './outside.js';
import type { Sayings } from './sayings.js';
import { worksSayings } from './works.js';

/** The compiler asks for a saying as soon as a code is added. */
const sayings: Sayings = {
  ...peopleSayings,
  ...projectsSayings,
  ...reportSayings,
  ...pollsSayings,
  ...fundingSayings,
  ...ledgerSayings,
  ...marketSayings,
  ...pointsSayings,
  ...worksSayings,
  ...outsideSayings,
  ...benefitSayings,
  ...contestSayings,
};

/** The sentence that a member hears when a rule says no. */
export function say<C extends RefusalCode>(refusal: Refusal<C>): string {
  return sayings[refusal.code](refusal.details);
}
