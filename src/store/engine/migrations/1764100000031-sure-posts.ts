import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { createTable } from './table.js';

/** What several processes must agree on: which job has run, which post is on its way, which group takes no posts. */
export class SurePosts1764100000031 implements MigrationInterface {
  readonly name = 'SurePosts1764100000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('post', new TableColumn({ name: 'topic', type: 'text', isNullable: true }));
    await runner.addColumn('post', new TableColumn({ name: 'queuedAt', type: 'bigint', isNullable: true }));
    await runner.addColumn('grid', new TableColumn({ name: 'channelOffAt', type: 'bigint', isNullable: true }));
    await createTable(
      runner,
      'job_run',
      { run: 'text', startedAt: 'big', finishedAt: 'big?' },
      { keyed: 'run', indexed: [['finishedAt']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('job_run');
    await runner.dropColumn('grid', 'channelOffAt');
    await runner.dropColumn('post', 'queuedAt');
    await runner.dropColumn('post', 'topic');
  }
}
