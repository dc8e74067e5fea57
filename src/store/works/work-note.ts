import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/**
 * What was seen at the works: what was wrong before them, in pictures alone (`issue`), a progress report, an inspection (巡查), or
 * a signature at the acceptance (验收). Append-only: an `issue` without pictures says that the earlier ones were taken off.
 */
@Entity('work_note')
@Index(['projectId', 'id'])
export class WorkNote {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  projectId!: number;

  @TextColumn()
  kind!: 'issue' | 'progress' | 'inspection' | 'acceptance';

  @TextColumn()
  text!: string;

  /** Progress: percent done, 0 to 100. */
  @IntColumn({ nullable: true })
  percent!: number | null;

  /** Acceptance: what this signature says. */
  @TextColumn({ nullable: true })
  result!: 'pass' | 'fail' | null;

  @IntColumn()
  memberId!: number;

  @InstantColumn()
  at!: Date;

  /** Digests of the pictures that came with it. */
  @JsonColumn(json.texts, { nullable: true })
  photos!: string[] | null;
}
