import { expect, onTestFinished, test } from 'vitest';
import { aStore } from '../../support/store.js';

test('the migrations make just the tables that the entities expect', async () => {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());

  const { upQueries } = await store.dataSource.driver.createSchemaBuilder().log();

  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
