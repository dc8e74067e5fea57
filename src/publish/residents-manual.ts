import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../domain/program-folder.js';

/** The residents' manual as it stands in the repository, and in the image. */
export function residentsManual(): string {
  return readFileSync(join(programFolder(), 'docs/zh/居民.md'), 'utf8');
}
