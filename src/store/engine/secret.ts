import { Entity, PrimaryColumn } from 'typeorm';
import { TextColumn, Unsealed } from './columns.js';

/** What the program made up by chance and nobody outside may know: in no export, page or log. */
@Entity('secret')
@Unsealed()
export class Secret {
  /** `cards`: what the keys of cards are sealed with. `salt`: what seals of rows and lines are salted with. */
  @PrimaryColumn({ type: 'text' })
  name!: string;

  /** 32 bytes in hexadecimal. */
  @TextColumn()
  value!: string;
}
