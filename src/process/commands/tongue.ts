/** One sentence in both tongues of the operator. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export type Tongue = keyof Said;

/** Prints a line in the operator's tongue; a bare string is data that has none. */
export type Print = (line: string | Said) => void;

/** Chinese where the machine says so (`LANG=zh_CN.UTF-8`), English else. */
export function tongueOf(env: Readonly<Record<string, string | undefined>>): Tongue {
  return /^zh/iu.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'zh' : 'en';
}

/** Prints each line in one tongue. */
export function inTongue(write: (line: string) => void, tongue: Tongue): Print {
  return line => write(typeof line === 'string' ? line : line[tongue]);
}

/** What went wrong, in the words of the system, behind a sentence of ours. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
