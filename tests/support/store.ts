import { inject } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/unit.js';
import { freshDatabase } from './postgres.js';

/** An empty record: in memory, or on the tests' PostgreSQL when this run is the one on PostgreSQL. */
export async function aStore(): Promise<Store> {
  const server = inject('postgres');
  const url = server ? await freshDatabase(server) : 'sqlite::memory:';
  return openStore(ormconfig(url));
}
