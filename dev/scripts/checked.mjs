// Types, lint and format, side by side: one after another they leave a core idle, and most of the time is Prettier's.
import { spawn } from 'node:child_process';

const formatted = 'prettier --check --cache --cache-strategy content --log-level warn';
const checks = [
  'npm run --silent types',
  'oxlint --type-aware',
  `${formatted} . '!tests/**'`,
  `${formatted} --cache-location node_modules/.cache/prettier/tests tests`,
];

const statuses = checks.map(
  command =>
    new Promise(resolve =>
      spawn(command, { shell: true, stdio: 'inherit' }).on('close', status => resolve(status ?? 1)),
    ),
);
process.exitCode = Math.max(...(await Promise.all(statuses)));
