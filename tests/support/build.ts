import { execFileSync } from 'node:child_process';

/** Builds the program once, before any test: those that start it as a process of its own would else build over one another. */
export default function build(): void {
  execFileSync('node', ['dev/scripts/fonts.mjs']);
  // `npm test` has looked at the types before; to look again takes twice as long as to build.
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json', '--noCheck'], { stdio: 'ignore' });
  execFileSync('node', ['dev/scripts/bundle.mjs']);
}
