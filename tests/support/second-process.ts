import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { createDispatch } from '../../src/talk/dispatch.js';
import { createUnderstanding } from '../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../src/process/registry.js';
import { openStore } from '../../src/store/engine/open.js';
import { testBytes } from './chance.js';
import { Neighbourhood } from './neighbourhood.js';

/** The same neighbourhood as another bot serves it: a store and connections of its own to the same PostgreSQL. */
export async function asSecondProcess(grid: Neighbourhood): Promise<Neighbourhood> {
  const { options } = grid.store.dataSource;
  if (options.type !== 'postgres' || !options.url) throw new Error('two processes share a record only on PostgreSQL');
  const store = await openStore(ormconfig(options.url));
  onTestFinished(() => store.dataSource.destroy());
  const intents = await loadIntents();
  const second = new Neighbourhood(store, grid.now);
  const answer = createDispatch({
    random: testBytes,
    store,
    intents,
    understand: createUnderstanding(phrasesOf(intents)),
    now: () => grid.now,
    boardUrl: code => `http://board/${code}`,
    log: pino({ level: 'silent' }),
  });
  // Both helpers number their messages from 1; only an id given on purpose is the same message.
  second.answer = message =>
    answer({ ...message, id: /^m\d+$/.test(message.id) ? `second-${message.id}` : message.id });
  return second;
}
