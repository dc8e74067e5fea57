import { main } from './verify.js';

await main();
