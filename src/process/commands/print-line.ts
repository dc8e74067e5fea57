import { inTongue, tongueOf } from './tongue.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Who pipes into `head` has read enough.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** Prints one line on standard output. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints one line in the operator's tongue. */
export const printSaid = inTongue(printLine, tongueOf(process.env));
