import { DataSource } from 'typeorm';

type Read = Pick<DataSource, 'entityMetadatas' | 'entityMetadatasMap' | 'migrations' | 'subscribers'>;

/** What was read from the classes, by the list of entities, the list of migrations and the kind of database. */
const read = new WeakMap<object, Map<string, { readonly migrations: unknown; readonly read: Read }>>();

/**
 * A connection to the record. TypeORM reads the shapes of the tables from the classes anew for each connection, which takes 25 ms and some megabytes;
 * they are the same for every connection to one kind of database, and the bot has two: one to write and one to read by.
 */
export class RecordSource extends DataSource {
  protected override async buildMetadatas(): Promise<void> {
    const { entities, migrations, type } = this.options;
    if (!entities) return super.buildMetadatas();
    const ofEntities = read.get(entities) ?? new Map<string, { migrations: unknown; read: Read }>();
    const known = ofEntities.get(type);
    if (known?.migrations === migrations) {
      Object.assign(this, known?.read);
      return undefined;
    }
    await super.buildMetadatas();
    const { entityMetadatas, entityMetadatasMap, subscribers } = this;
    read.set(
      entities,
      ofEntities.set(type, {
        migrations,
        read: { entityMetadatas, entityMetadatasMap, migrations: this.migrations, subscribers },
      }),
    );
    return undefined;
  }
}
