// Looks for a QR code in a thread of its own: a large picture takes a tenth of a second, for which nobody is to wait.
import { parentPort, workerData } from 'node:worker_threads';
import jsQR from 'jsqr';

const { pixels, width, height } = workerData;
const found = jsQR.default(new Uint8ClampedArray(pixels), width, height, { inversionAttempts: 'dontInvert' });
parentPort.postMessage(found?.data ?? null, []);
