/** `baraza new`: creates a case from a template. */
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { SCENARIOS } from '../case-folders.ts';
import { CASE_SCHEMA, writeCaseSchema } from '../editor/case-schema-file.ts';
import { type Io, UsageError } from '../subcommand.ts';

export const TEMPLATES = ['hello', 'class', 'full'] as const;
export type Template = (typeof TEMPLATES)[number];

/** Every template is a case that the tests check and play. */
const FOLDERS: Record<Template, string> = {
  hello: join(SCENARIOS, 'hello-baraza'),
  class: fileURLToPath(new URL('./class', import.meta.url)),
  full: fileURLToPath(new URL('./full', import.meta.url)),
};

export interface NewCase {
  /** The path as typed. */
  path: string;
  template: Template;
  title?: string | undefined;
  /** The language of the case, two or three letters. */
  language: string;
}

export interface MadeCase {
  folder: string;
  /** Names of the files, sorted. */
  files: string[];
  /** True if the case is in the project's `scenarios/`, where a server finds it. */
  inProject: boolean;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Device names that Windows reserves, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const LAW = 'taravia';

export async function newCase(asked: NewCase, { cwd }: Pick<Io, 'cwd'>): Promise<MadeCase> {
  const folder = placeFor(asked.path, cwd);
  const id = basename(folder);
  requireValid(id, asked.language);
  await requireEmpty(folder, cwd);
  await mkdir(folder, { recursive: true });
  for (const name of await templateFiles(asked.template)) {
    const text = await readFile(join(FOLDERS[asked.template], name), 'utf8');
    await writeFile(
      join(folder, name),
      name.endsWith('.playthrough.yaml') ? playOf(id, text) : caseOf(id, name, text, asked),
    );
  }
  const art = join(FOLDERS[asked.template], 'art');
  if (existsSync(art)) await cp(art, join(folder, 'art'), { recursive: true });
  if (!existsSync(join(dirname(folder), 'jurisdictions', `${LAW}.yaml`))) await copyLaw(folder, asked.language);
  await writeCaseSchema(folder);
  const files = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  return { folder, files, inProject: dirname(folder) === resolve(SCENARIOS) };
}

/** A bare name in the project's folder becomes a case in `scenarios/`, where a server finds it. */
function placeFor(path: string, cwd: string): string {
  const bare = !/[\\/]/.test(path);
  return resolve(bare && resolve(cwd) === resolve(SCENARIOS, '..') ? SCENARIOS : cwd, path);
}

function requireValid(id: string, language: string): void {
  if (!ID.test(id)) {
    const better = id
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^[^a-z]+|-$/g, '');
    throw new UsageError(
      `a case name has lower-case letters, digits and hyphens only${ID.test(better) ? `, like \`${better}\`` : ''}; \`${id}\` is not`,
    );
  }
  if (RESERVED.test(id)) throw new UsageError(`Windows does not allow a folder called \`${id}\`; choose another name`);
  if (!/^[a-z]{2,3}$/.test(language))
    throw new UsageError(
      `a language code has two or three lower-case letters, like \`en\` or \`sw\`; \`${language}\` is not one`,
    );
}

async function requireEmpty(folder: string, cwd: string): Promise<void> {
  if (!existsSync(folder)) return;
  const entries = await readdir(folder).catch(() => ['a file']);
  if (entries.length > 0)
    throw new UsageError(`\`${relative(cwd, folder) || folder}\` is not empty; nothing was changed`);
}

async function templateFiles(template: Template): Promise<string[]> {
  const names = await readdir(FOLDERS[template]);
  // A translation holds the texts of the template, not those of the new case.
  return names.filter((name) => name.endsWith('.yaml') && !/^[a-z]{2,3}\.yaml$/.test(name));
}

const playOf = (id: string, text: string): string => text.replace(/^scenario: .*$/m, `scenario: ${id}`);

function caseOf(id: string, name: string, text: string, { title, language }: NewCase): string {
  const own = text.replace(/(?<=^# yaml-language-server: \$schema=)\.\.\/scenario\.schema\.json/, CASE_SCHEMA);
  if (name !== 'scenario.yaml') return own;
  const line = (key: string, value: string) => (from: string) =>
    new RegExp(`^${key}: `, 'm').test(from)
      ? from.replace(new RegExp(`^${key}: .*$`, 'm'), () => `${key}: ${value}`)
      : from;
  const changes = [
    line('id', id),
    title === undefined ? (from: string) => from : line('title', stringify(title, { lineWidth: 0 }).trim()),
    line('language', language),
    line('languages', `[${language}]`),
    line('version', '1.0.0'),
  ];
  const changed = changes.reduce((from, change) => change(from), own);
  // The default of `language` is `en`.
  return language === 'en' || /^language: /m.test(changed)
    ? changed
    : changed.replace(/^languages: /m, () => `language: ${language}\nlanguages: `);
}

/** Copies the law pack and its schema into a case outside the project. */
async function copyLaw(folder: string, language: string): Promise<void> {
  await mkdir(join(folder, 'jurisdictions'));
  for (const name of [`${LAW}.yaml`, `${LAW}.${language}.yaml`]) {
    const from = join(SCENARIOS, 'jurisdictions', name);
    if (existsSync(from)) await copyFile(from, join(folder, 'jurisdictions', name));
  }
  await copyFile(join(SCENARIOS, 'jurisdiction.schema.json'), join(folder, 'jurisdiction.schema.json'));
}
