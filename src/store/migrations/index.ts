import { FirstNeighbourhood1763900000001 } from './1-first-neighbourhood.js';
import { OwnersVotes1763900000002 } from './2-owners-votes.js';

export const migrations = [FirstNeighbourhood1763900000001, OwnersVotes1763900000002];
