import { printLine } from './print-line.js';
import { recountFile } from './recount.js';

if (!recountFile(process.argv[2], printLine)) process.exitCode = 1;
