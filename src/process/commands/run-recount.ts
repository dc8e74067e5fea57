import { printSaid } from './print-line.js';
import { recountFile } from './recount.js';

if (!recountFile(process.argv[2], printSaid)) process.exitCode = 1;
