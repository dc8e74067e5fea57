import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Split } from './posts.js';
import { Store } from './unit.js';

/** Opens the record and brings its tables up to date. */
export async function openStore(options: DataSourceOptions, split?: Split): Promise<Store> {
  const dataSource = await new DataSource(options).initialize();
  await dataSource.runMigrations();
  return new Store(dataSource, split);
}
