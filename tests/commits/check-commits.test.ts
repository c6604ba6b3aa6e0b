/** The rule for commit messages, and the command that checks unpublished commits. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './subject-rule.ts';

const TSX = import.meta.resolve('tsx');
const BODY = '\n\nThe old order cost a second read.';

describe('a commit message', () => {
  it.each(['storage: write snapshots in one batch', 'rooms(join): reject a stale tab', 'i18n: name the pause reason'])(
    '“%s” follows the rule',
    (subject) => {
      expect(faultsOf(subject + BODY)).toEqual([]);
    },
  );

  it.each([
    ['The long run stands behind what it is a run of', /area: imperative/],
    ['Storage: write snapshots', /area: imperative/],
    ['storage: Write snapshots', /lower case/],
    ['storage: write snapshots.', /full stop/],
    ['storage: write snapshots; rename the store', /two concerns/],
    [`storage: ${'x'.repeat(70)}`, /79 characters/],
  ])('“%s” breaks the rule', (subject, fault) => {
    expect(faultsOf(subject + BODY).join('\n')).toMatch(fault);
  });

  it('needs a body after an empty line', () => {
    expect(faultsOf('storage: write snapshots').join()).toMatch(/body is missing/);
    expect(faultsOf('storage: write snapshots\nbecause').join()).toMatch(/empty line/);
  });
});

describe('npm run check:commits', () => {
  let folder: string;
  const git = (...args: string[]) => {
    const done = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(done.status, done.stderr).toBe(0);
  };
  const commit = (message: string) => git('commit', '--quiet', '--allow-empty', '-m', message);
  const check = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', TSX, resolve(import.meta.dirname, 'check-commits.ts'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'baraza-commits-'));
    git('init', '--quiet', '-b', 'main');
    commit('An old commit nobody changes');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('checks only commits that no remote branch has, without merges', () => {
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    commit(`storage: write snapshots in one batch${BODY}`);
    git('switch', '--quiet', '-c', 'side');
    commit(`docs: explain snapshots${BODY}`);
    git('switch', '--quiet', 'main');
    git('merge', '--quiet', '--no-ff', '-m', 'Merge side', 'side');
    expect(check()).toMatchObject({ status: 0, stdout: '2 commits: all follow the rule.\n' });

    commit('wip');
    const wrong = check();
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(/^\w+ wip\n {4}the subject is not/m);
  });

  it('checks a given range', () => {
    expect(check('HEAD~2..HEAD~1').status).toBe(0);
    expect(check('no-such-branch').status).toBe(2);
  });
});
