// Draws one sheet in a thread of its own, with what the built program draws by.
import { parentPort, workerData } from 'node:worker_threads';
import { drawnHere } from './printed.js';

const sheet = await drawnHere(workerData.name, workerData.written);
const bytes = new Uint8Array(sheet);
parentPort.postMessage(bytes, [bytes.buffer]);
