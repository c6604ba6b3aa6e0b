/**
 * `npm run check:commits`: checks unpublished commits by the rule of `subject-rule.ts`. Merges are exempt.
 *
 * Unpublished: on HEAD and on no remote branch; a range as argument (`v1.0..HEAD`) overrides that. A clone without
 * remotes checks the newest commit only.
 */
import { spawnSync } from 'node:child_process';
import { faultsOf } from './subject-rule.ts';

function git(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) {
    process.stderr.write(`check:commits: git ${args.join(' ')} failed: ${stderr.trim()}\n`);
    process.exit(2);
  }
  return stdout;
}

/** Arguments of `git log`. */
function range(): string[] {
  const [given] = process.argv.slice(2);
  if (given !== undefined) return [given];
  return git(['branch', '--remotes']).trim() === '' ? ['-1', 'HEAD'] : ['HEAD', '--not', '--remotes'];
}

const commits = git(['log', '--no-merges', '--format=%h%x01%B%x00', ...range()])
  .split('\0')
  .map((entry) => entry.trim())
  .filter((entry) => entry !== '')
  .map((entry) => entry.split('\x01'));
const wrong = commits.flatMap(([id = '', message = '']) => {
  const faults = faultsOf(message);
  return faults.length === 0
    ? []
    : [`${id} ${message.split('\n')[0]}\n${faults.map((one) => `    ${one}`).join('\n')}`];
});
for (const report of wrong) process.stderr.write(`${report}\n`);
process.stdout.write(
  `${commits.length} commits: ${wrong.length === 0 ? 'all follow the rule' : `${wrong.length} do not`}.\n`,
);
if (wrong.length > 0) process.exitCode = 1;
