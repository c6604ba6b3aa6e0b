/**
 * The sources of the rules with all their mutants inside. A mutant is active while `globalThis.__stryker__.activeMutant` is
 * its id.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

export interface Mutant {
  id: string;
  /** Path from the root. */
  file: string;
  /** Both count from 1. */
  line: number;
  column: number;
  mutator: string;
  /** The line where the mutant begins, without indentation. */
  sourceLine: string;
  /** The source text and what replaces it, each on one line. */
  was: string;
  becomes: string;
}

export interface Mutated {
  /** TypeScript by path from the root. */
  sources: ReadonlyMap<string, string>;
  mutants: readonly Mutant[];
}

/** Texts, objects and optional chains are held by the types. */
const EXCLUDED = ['StringLiteral', 'ObjectLiteral', 'OptionalChaining'];
/** The text in an array that should be empty: no programmer makes this mistake. */
const STRAY = 'Stryker was here';

const silent = (): undefined => undefined;
const isSilent = (): boolean => false;
const LOG = {
  isTraceEnabled: isSilent,
  isDebugEnabled: isSilent,
  isInfoEnabled: isSilent,
  isWarnEnabled: isSilent,
  isErrorEnabled: isSilent,
  isFatalEnabled: isSilent,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

interface Place {
  line: number;
  column: number;
}

function between(text: string, start: Place, end: Place): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column);
  return [lines[0]?.slice(start.column), ...lines.slice(1)].join('\n');
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Puts the mutants into the files. The same files give the same ids. */
export async function mutate(root: string, files: readonly string[]): Promise<Mutated> {
  const instrumenter = createInjector().provideValue('logger', LOG).injectFunction(createInstrumenter);
  const contents = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const result = await instrumenter.instrument(
    files.map((file) => ({ name: file, mutate: true, content: contents.get(file) ?? '' })),
    { plugins: null, excludedMutations: EXCLUDED, ignorers: [], noHeader: false },
  );
  const mutants = result.mutants
    .filter(({ status, replacement }) => status !== 'Ignored' && !replacement.includes(STRAY))
    .map(({ id, fileName, location: { start, end }, mutatorName, replacement }) => ({
      id,
      file: fileName,
      line: start.line + 1,
      column: start.column + 1,
      mutator: mutatorName,
      sourceLine: (contents.get(fileName) ?? '').split('\n')[start.line]?.trim() ?? '',
      was: onOneLine(between(contents.get(fileName) ?? '', start, end)),
      becomes: onOneLine(replacement),
    }));
  return { sources: new Map(result.files.map(({ name, content }) => [name, content])), mutants };
}

/** Names a mutant by its text, so that the name survives changes elsewhere in the file. */
export const nameOf = ({ file, was, becomes }: Pick<Mutant, 'file' | 'was' | 'becomes'>): string =>
  `${file}: ${was} => ${becomes}`;
