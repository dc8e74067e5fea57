import { main } from './dossier.js';

await main();
