import { parse } from './parse.js';
import { printLine } from './print-line.js';

const complain = (line: string): unknown => process.stderr.write(`${line}\n`);
if (!(await parse(process.argv.slice(2), { input: process.stdin, print: printLine, complain }))) process.exitCode = 1;
