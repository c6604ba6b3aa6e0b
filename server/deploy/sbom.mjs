/**
 * `npm run sbom`: writes the bill of materials (CycloneDX) of the runtime packages to standard output.
 *
 * npm's own `--omit=dev` also drops packages that a development tool needs (two thirds, including the web server), so this script
 * takes the whole bill and removes the packages that the lock file marks as development only.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @returns {Set<string>} `name@version` of every package that `npm ci --omit=dev` installs */
function runtimePackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return new Set(
    Object.entries(packages)
      .filter(([path, { dev }]) => path !== '' && dev !== true)
      .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`),
  );
}

const { status, stdout } = spawnSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
  shell: process.platform === 'win32',
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (status !== 0) process.exit(status ?? 1);

const bill = JSON.parse(stdout);
const runtime = runtimePackages();
/** @param {{ group?: string, name: string, version: string }} component */
const nameOf = ({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`;
bill.components = bill.components.filter((component) => runtime.has(nameOf(component)));
const refs = new Set([...bill.components.map((component) => component['bom-ref']), bill.metadata.component['bom-ref']]);
bill.dependencies = bill.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
process.stdout.write(`${JSON.stringify(bill, undefined, 2)}\n`);
