import { printLine } from './print-line.js';
import { score } from './score.js';

const complain = (line: string): unknown => process.stderr.write(`${line}\n`);
if (!(await score(process.argv.slice(2), printLine, complain))) process.exitCode = 1;
