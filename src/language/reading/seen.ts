import { longestRemembered, remembered } from '../values/manner/remembered.js';
import { dueSaid } from '../values/time/due-said.js';
import { findTimes } from '../values/time/times.js';
import { fill, type Filled } from './fill.js';
import type { ReaderModel, Reading } from './model.js';
import type { Context } from './moment.js';
import { sceneOf } from './scene.js';
import { type Sight, sightOf } from './sight.js';
import type { Understanding } from './understand.js';

/** A message with what the reader makes of it, which neither the day nor the moment changes. */
export interface Seen {
  readonly text: string;
  readonly sight: Sight;
  readonly read: (roles: readonly string[]) => readonly Reading[];
  /** The slots of a deed; only where it has a deadline and the message names a time do they depend on the moment. */
  readonly filled: (intent: string, now: Date) => Filled;
  /** What was understood of it before in the same surroundings; else it is understood now, and remembered unless the moment counts. */
  readonly again: (context: Context, understand: () => Understanding) => Understanding;
}

/** Deeds whose words take the day as it is counted. */
const dated: ReadonlySet<string> = new Set(['dispatch.ask', 'outside.ask', 'project.refer', 'task.claim']);

/** So many surroundings are remembered of one message: a member's roles, and what is open. */
const mostContexts = 8;

export function seenBy(model: () => ReaderModel, text: string): Seen {
  const sight = sightOf(sceneOf(text, new Date(0)));
  const byRoles = remembered((roles: string) => model().read(sight, roles === '' ? [] : roles.split(' ')));
  const spans = remembered((intent: string) => model().spans(sight, intent));
  const fillAt = (intent: string, now: Date): Filled =>
    fill(intent, model().slotsOf(intent), spans(intent), { ...sight, scene: { ...sight.scene, now } });
  const always = remembered((intent: string) => fillAt(intent, sight.scene.now));
  const { text: plain, now: anyDay } = sight.scene;
  const isShort = plain.length <= longestRemembered;
  let times: boolean | undefined;
  const namesTime = (): boolean => (times ??= findTimes(plain, anyDay).length > 0 || dueSaid(plain, anyDay) !== null);
  const ofMoment = (intent: string): boolean =>
    (dated.has(intent) || model().slotsOf(intent).includes('deadline')) && namesTime();
  const known = new Map<string, Understanding>();
  return {
    text,
    sight,
    read: roles => byRoles(roles.join(' ')),
    filled: (intent, now) => (isShort && !ofMoment(intent) ? always(intent) : fillAt(intent, now)),
    again: (context, understand) => {
      if (!isShort) return understand();
      const around = JSON.stringify(context);
      const before = known.get(around);
      if (before) return before;
      const made = understand();
      // What talk may have been after all is filled later.
      const guess = made.guess && made.why.readings.find(({ intent }) => intent !== 'chat.other');
      if (ofMoment(made.intent) || (guess && ofMoment(guess.intent))) return made;
      if (known.size >= mostContexts) known.clear();
      known.set(around, made);
      return made;
    },
  };
}
