import { findAddresses } from '../../language/values/people/household.js';
import { findContacts } from '../../language/values/people/contacts.js';
import { everyTitled } from '../../language/values/people/people.js';

/** A text without anything that tells who it is about, and how to put it back. */
export interface Masked {
  readonly text: string;
  /** Puts the member's own words back in place of the marks. */
  unmask(text: string): string;
}

/** Runs of digits this long are accounts, telephones or identity cards; no sum of a neighbourhood has so many. */
const longNumber = /\d[\d -]{7,}\d/gu;

/**
 * Replaces homes, telephones, accounts, addresses and the names of people by marks before a text leaves the house (PIPL Art. 6:
 * no more than is needed). `names` are the names that the roster knows; 老王 and 王阿姨 are known by their form.
 */
export function masked(text: string, names: readonly string[]): Masked {
  const found = [
    ...findAddresses(text),
    ...findContacts(text),
    ...[...text.matchAll(longNumber)].map(({ index, 0: said }) => ({ start: index, end: index + said.length })),
    ...[...text.matchAll(everyTitled)].map(({ index, 0: said }) => ({
      start: index,
      end: index + said.length,
    })),
    ...names.filter(name => name.length > 1).flatMap(name => placesOf(text, name)),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);

  const hidden: string[] = [];
  let out = '';
  let at = 0;
  for (const { start, end } of found) {
    if (start < at) continue;
    out += `${text.slice(at, start)}⟦${hidden.push(text.slice(start, end))}⟧`;
    at = end;
  }
  return {
    text: out + text.slice(at),
    unmask: said => said.replaceAll(/⟦(\d+)⟧/gu, (mark, no: string) => hidden[Number(no) - 1] ?? mark),
  };
}

function placesOf(text: string, name: string): { start: number; end: number }[] {
  const places = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    places.push({ start: at, end: at + name.length });
  return places;
}
