import { FirstNeighbourhood1763900000001 } from './1-first-neighbourhood.js';

export const migrations = [FirstNeighbourhood1763900000001];
