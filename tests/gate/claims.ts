/** The claims of docs/trust.md: the rows of every table that has a column `Test` and a column `Gate`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files.ts';

export interface Claim {
  claim: string;
  /** The files that test it, as paths from the root. The document names them from `tests/trust`, or from the root. */
  tests: string[];
  /** `push`, `all`, or `push, all` when its files are in both. */
  gate: string;
}

const cells = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

export function claims(text = readFileSync(join(ROOT, 'docs', 'trust.md'), 'utf8')): Claim[] {
  let head: string[] = [];
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('|')) head = [];
    else if (head.length === 0) head = cells(line);
    else if (!/^[|\s-]+$/.test(line)) return claim(head, cells(line));
    return [];
  });
}

function claim(head: readonly string[], row: readonly string[]): Claim[] {
  const [test, gate] = [head.indexOf('Test'), head.indexOf('Gate')];
  if (test < 0) return [];
  const named = [...(row[test] ?? '').matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(([, path = '']) => path);
  const tests = named.map((path) => (path.startsWith('tests/') ? path : `tests/trust/${path}`));
  return [{ claim: row[0] ?? '', tests, gate: row[gate] ?? '' }];
}
