import { code, escapeMarkdown } from '../markdown.js';
import type { LockedPackage } from './lock-file.js';

/** docs/licences.md: what the tool is made with, and under which licences. */

export function licencesPage(packages: readonly LockedPackage[]): string {
  const shipped = packages.filter(({ dev }) => !dev);
  const tests = packages.filter(({ dev }) => dev);
  const scripts = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => code(name));
  return `<!-- Made by npm run docs from package-lock.json. -->

# Packages and their licences

scorecard itself is under the MIT licence. These are the packages that \`package-lock.json\` pins, each by its version and the
hash of its content; a package of one system (a name that ends in \`-linux-x64\`, say) is installed there only. All licences
allow use and passing on with the tool, as long as their notices stay with the packages.

Packages that would run a script when they are installed: ${scripts.join(', ') || 'none'}. Such scripts are turned off and not needed.

## What runs at a council

${table(shipped)}

## What only builds and tests need

${table(tests)}
`;
}

function table(packages: readonly LockedPackage[]): string {
  const rows = packages.map(
    ({ name, version, license = 'not given' }) =>
      `| ${code(name)} | ${version} | ${escapeMarkdown(license)} |`,
  );
  return ['| package | version | licence |', '|---|---|---|', ...new Set(rows)].join('\n');
}
