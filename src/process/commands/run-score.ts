import { printLine } from './print-line.js';
import { score } from './score.js';
import { inTongue, tongueOf } from './tongue.js';

const complain = inTongue(line => process.stderr.write(`${line}\n`), tongueOf(process.env));
if (!(await score(process.argv.slice(2), printLine, complain))) process.exitCode = 1;
