import { DataSource, type DataSourceOptions } from 'typeorm';
import { Store } from './unit.js';

/** Opens the record and brings its tables up to date. */
export async function openStore(options: DataSourceOptions): Promise<Store> {
  const dataSource = await new DataSource(options).initialize();
  await dataSource.runMigrations();
  return new Store(dataSource);
}
