// Runs in a thread of its own: to load the library and to open the font takes a tenth of a second, for which nobody is to wait.
// Asked for signs by their code points, it answers with their outlines, in units of the font.
import { parentPort, workerData } from 'node:worker_threads';
import { openSync } from 'fontkit';

const font = openSync(workerData);

parentPort.on('message', codePoints => {
  const signs = codePoints.map(codePoint => {
    const { advanceWidth, path } = font.glyphForCodePoint(codePoint);
    return { codePoint, outline: path.toSVG(), advance: advanceWidth };
  });
  parentPort.postMessage({ unitsPerEm: font.unitsPerEm, signs }, []);
});
