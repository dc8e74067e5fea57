/**
 * How sure is sure. Shares of the evidence, from nothing at all (0) to no doubt (1); what a deed needs by whom it binds stands in decide.ts.
 * docs/understanding.md has the figures of writers left out by which they were set.
 */

/** From here a deed is done as it was said, and a sentence is a new one beside an open question; below it is read back or asked about. */
export const sureFrom = 0.8;

/**
 * From here words are surely talk, or surely not the deed that was looked for. Of 433 forms of writers left out none that was meant is read
 * as talk by so much, and 8 of 13 that were talk are.
 */
export const surelyFrom = 0.9;

/** Talk by more than this is talk, whatever a clause of it sounds like alone. */
export const wholeTalk = 0.93;

/** What the words and the moment speak for, and not the reader: too little to do it unasked. */
export const onlyReadBack = 0.45;

/** Less is no guess at what was meant. */
export const leastGuess = 0.1;

/**
 * What waits for somebody is read back from so much of what is left once all that cannot be done is taken away: where the words name it, and
 * where they name nothing of it. What only can be done needs more.
 */
export const leastWaiting = { named: 0.02, unnamed: 0.09, possible: 0.18 } as const;

/** Less than this the reader does not hear at all. */
export const leastHeard = 0.01;

/** Which matter is meant is asked from here, where all else is known: the answer is a number, and nothing else is taken for it. */
export const leastOfMatter = 0.3;

/** Who holds an office is asked about a deed of the own household from here. */
export const leastOwn = 0.4;

/** Of talk, so much may have been the deed that a number or a name makes of it. */
export const leastMeant = 0.4;

/** A deed that lacks something is named as what was meant from here. */
export const leastNamed = 0.5;

/** A deed of an office that names its matter is hardly ever talk: from here it is read back. */
export const leastOffice = 0.75;

/** Less makes nothing of what the speaker may do, where what was read is not the speaker's to do. */
export const leastAllowed = 0.05;

/** A report in which no word tells of trouble is one from here. */
export const leastCalm = 0.75;
