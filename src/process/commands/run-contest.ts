import { contestAgain } from './contest.js';
import { printSaid } from './print-line.js';

if (!contestAgain(process.argv[2], printSaid)) process.exitCode = 1;
