import { contestAgain } from './contest.js';
import { printLine } from './print-line.js';

if (!contestAgain(process.argv[2], printLine)) process.exitCode = 1;
