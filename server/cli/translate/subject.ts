/** The subject of a translation: a case or a law pack, with the files of its translations. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { Jurisdiction } from '../../../shared/scenario/schema/jurisdiction.ts';
import { preScan } from '../../../shared/scenario/pre-scan.ts';
import { Scenario } from '../../../shared/scenario/schema/scenario.ts';
import { type FoundText, textsOf } from '../../../shared/scenario/schema-walk.ts';
import { sourcesFileOf, type SourceHashes } from '../../../shared/scenario/text-hash.ts';
import { MADE_OF } from '../../../shared/scenario/translations.ts';
import type { Translation } from '../../../shared/scenario/compiled.ts';
import { type Rows, rowsOf } from '../../../shared/translation/rows.ts';
import { loadCase } from '../../cases/scenario-files.ts';
import { oneCase } from '../case-folders.ts';
import { type Io, UsageError } from '../subcommand.ts';
import { contextOf } from './context.ts';

export interface Subject {
  /** Name of the case or law pack, such as `trial-match` or `taravia`. */
  name: string;
  /** The source language. */
  language: string;
  /** The declared target languages. */
  languages: string[];
  version?: string | undefined;
  /** All texts in the order of the file. */
  texts: FoundText[];
  /** The context of a text for the translator. */
  contextOf: (path: string) => string;
  /** The file that holds a translation. */
  fileOf(language: string): string;
}

export interface Translated extends Rows {
  file: string;
  /** The content of the file; empty if there is none. */
  text: string;
  sources: SourceHashes;
  /** The version of the case that was translated, if the file states it. */
  madeOf?: string | undefined;
}

/** Loads a case by its folder or name, or a law pack by its file. Throws `UsageError` if it cannot be read. */
export async function subjectAt(path: string, io: Pick<Io, 'cwd' | 'check'>): Promise<Subject> {
  return path.endsWith('.yaml') ? lawSubject(resolve(io.cwd, path)) : caseSubject(await oneCase(path, io), io.check);
}

async function caseSubject(folder: string, check: Io['check']): Promise<Subject> {
  const { compiled } = await loadCase(folder, check);
  if (!compiled)
    throw new UsageError(`${folder} has errors; \`npx baraza check\` shows them. Fix them before you translate.`);
  const { scenario } = compiled;
  return {
    name: scenario.id,
    language: scenario.language,
    languages: scenario.languages.filter((language) => language !== scenario.language),
    version: scenario.version,
    texts: textsOf(Scenario, scenario),
    contextOf: (path) => contextOf(scenario, path.split('.')),
    fileOf: (language) => join(folder, `${language}.yaml`),
  };
}

async function lawSubject(file: string): Promise<Subject> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`there is no file ${file}`);
  });
  if (preScan(text)) throw new UsageError(`${file} is not a law pack; \`npx baraza check\` shows the reason`);
  const law = Jurisdiction.safeParse(parse(text, { maxAliasCount: 0 }));
  if (!law.success) throw new UsageError(`the law pack ${file} has errors; \`npx baraza check\` shows them`);
  return {
    name: basename(file, '.yaml'),
    language: 'en',
    languages: [],
    texts: textsOf(Jurisdiction, law.data),
    contextOf: () => '',
    fileOf: (language) => file.replace(/\.yaml$/, `.${language}.yaml`),
  };
}

const LANGUAGE = /^[a-z]{2,3}$/;

export async function translatedInto(subject: Subject, language: string): Promise<Translated> {
  if (!LANGUAGE.test(language)) throw new UsageError(`${language} is not a language code such as fr, sw or ar`);
  if (language === subject.language) throw new UsageError(`${subject.name} is written in ${language}`);
  const file = subject.fileOf(language);
  const text = await textOf(file);
  const { [MADE_OF]: madeOf, ...tree } = (parse(text, { maxAliasCount: 0 }) ?? {}) as Translation;
  const sources = JSON.parse((await textOf(sourcesFileOf(file))) || '{}') as SourceHashes;
  return {
    file,
    text,
    sources,
    ...(typeof madeOf === 'string' ? { madeOf } : {}),
    ...rowsOf(subject.texts, tree, sources),
  };
}

async function textOf(file: string): Promise<string> {
  const exists = (await stat(file).catch(() => undefined)) !== undefined;
  return exists ? readFile(file, 'utf8') : '';
}
