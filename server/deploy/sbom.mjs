/**
 * `npm run sbom`: the bill of materials (CycloneDX) of what a class runs on, to standard output.
 *
 * npm's own `--omit=dev` leaves out packages that a tool needs as well (it dropped two thirds, the web server among them), so the
 * whole bill is taken and the packages that the lock file marks as tools only are left out here.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @returns {Set<string>} `name@version` of every package that is installed by `npm ci --omit=dev` */
function needed() {
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
const wanted = needed();
/** @param {{ group?: string, name: string, version: string }} component */
const nameOf = ({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`;
bill.components = bill.components.filter((component) => wanted.has(nameOf(component)));
const refs = new Set([...bill.components.map((component) => component['bom-ref']), bill.metadata.component['bom-ref']]);
bill.dependencies = bill.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
process.stdout.write(`${JSON.stringify(bill, undefined, 2)}\n`);
