import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** One exclusive part of the roster (房屋) and the household (户) that lives there. */
@Entity('household')
@Index(['gridId', 'building', 'unit', 'room'], { unique: true })
export class Household {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** The name of the building (楼), as `buildingLabel` keeps it: 3, A, 甲1. */
  @TextColumn()
  building!: string;

  /** The name of the entrance (单元); empty where a building has none. */
  @TextColumn()
  unit!: string;

  @TextColumn()
  room!: string;

  /** Exclusive area in 0.01 m². */
  @IntColumn()
  areaCentiM2!: number;

  @JsonColumn(json.texts)
  owners!: string[];

  /** The owners' shares in ten-thousandths, in the order of the owners; null where the roster does not tell them. */
  @JsonColumn(json.numbers, { nullable: true })
  shares!: number[] | null;

  /** Who lives there and owns nothing of it; null where the roster does not tell. */
  @JsonColumn(json.texts, { nullable: true })
  tenants!: string[] | null;

  /** The WeChat Work accounts that the roster names for this household. */
  @JsonColumn(json.texts)
  userids!: string[];

  @TextColumn({ nullable: true })
  phone!: string | null;

  /** When the household went over to another grid; the row stays for what it decided and paid here. */
  @InstantColumn({ nullable: true })
  leftAt!: Date | null;
}
