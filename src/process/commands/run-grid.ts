import { main } from './grid.js';

await main();
