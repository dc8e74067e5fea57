import { type Place, placeLabels } from '../../../domain/label.js';
import { readHousehold } from './household.js';

/** Whom a sentence of fixed form means: the words, and the home where one is told in them. */
export function placeSaid(said: string): { said: string } & Partial<Place> {
  return { said: said.trim(), ...placeLabels(readHousehold(said) ?? {}) };
}
