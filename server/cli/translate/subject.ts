/** What is translated: a case, or a law pack, with the files its translations stand in. */
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
  /** `trial-match`, `taravia`. */
  name: string;
  /** The language it is written in. */
  language: string;
  /** Languages it wants to be in, without its own. */
  languages: string[];
  version?: string | undefined;
  /** Every text in the order of the file. */
  texts: FoundText[];
  /** What a translator has to know about a text beside its words. */
  contextOf: (path: string) => string;
  /** The file that holds a translation. */
  fileOf(language: string): string;
}

export interface Translated extends Rows {
  file: string;
  /** The file as it stands; empty where there is none yet. */
  text: string;
  sources: SourceHashes;
  /** Version of the case it was made of, where it says so. */
  madeOf?: string | undefined;
}

/** A case by its folder or name, or a law pack by its file. Throws `UsageError` where it cannot be read. */
export async function subjectAt(path: string, io: Pick<Io, 'cwd' | 'check'>): Promise<Subject> {
  return path.endsWith('.yaml') ? lawSubject(resolve(io.cwd, path)) : caseSubject(await oneCase(path, io), io.check);
}

async function caseSubject(folder: string, check: Io['check']): Promise<Subject> {
  const { compiled } = await loadCase(folder, check);
  if (!compiled) throw new UsageError(`${folder} has errors; \`npx baraza check\` shows them. Translate it after.`);
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
  if (preScan(text)) throw new UsageError(`${file} is not a law pack; \`npx baraza check\` says why`);
  const law = Jurisdiction.safeParse(parse(text, { maxAliasCount: 0 }));
  if (!law.success) throw new UsageError(`${file} is not a law pack without errors; \`npx baraza check\` shows them`);
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
  const there = await stat(file).catch(() => undefined);
  return there === undefined ? '' : readFile(file, 'utf8');
}
