/** The YAML blocks of the documentation, each with its annotation. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Block {
  /** Path from the project root. */
  page: string;
  line: number;
  /** The annotation above it (`<!-- yaml: … -->`), or the word after `yaml`; undefined without either. */
  says: string | undefined;
  text: string;
}

/** Every page of the documentation. */
export function pages(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? below(path) : entry.name.endsWith('.md') ? [path] : [];
    });
  return [
    'README.md',
    'CONTRIBUTING.md',
    'scenarios/README.md',
    ...below('docs'),
    ...below('shared'),
    ...below('server'),
  ];
}

const FENCE = /^( *)```(ya?ml)\b *(.*)$/;
const REMARK = /^ *<!-- yaml: (.+) -->$/;

export function blocksOf(page: string): Block[] {
  const lines = readFileSync(join(ROOT, page), 'utf8').split('\n');
  const found: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = FENCE.exec(lines[at] ?? '');
    if (!fence) continue;
    const [, indent = '', , word = ''] = fence;
    const end = lines.findIndex((line, index) => index > at && line === `${indent}\`\`\``);
    const body = lines.slice(at + 1, end).map((line) => line.slice(indent.length));
    const remark = REMARK.exec(lines[at - 1] ?? '')?.[1];
    found.push({ page, line: at + 1, says: remark ?? (word === '' ? undefined : word), text: `${body.join('\n')}\n` });
    at = end;
  }
  return found;
}
