import { readHousehold } from './household.js';

/** Whom a sentence of fixed form means: the words, and the home where one is told in them. */
export function placeSaid(said: string): { said: string; building?: number; unit?: number; room?: string } {
  const { building, unit, room } = readHousehold(said) ?? {};
  return {
    said: said.trim(),
    ...(building === undefined ? {} : { building }),
    ...(unit === undefined ? {} : { unit }),
    ...(room === undefined ? {} : { room }),
  };
}
