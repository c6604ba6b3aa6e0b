/** `baraza translate status|export|import|accept|pseudo`. */
import { readFile, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type TextRow, toDo, rowsWithin } from '../../../shared/translation/rows.ts';
import { PSEUDO_LANGUAGE, pseudoText } from '../../../shared/translation/stress.ts';
import { caseFolders } from '../case-folders.ts';
import { type ExitCode, type Format, FORMATS, type Io, type Run, type Subcommand, UsageError } from '../subcommand.ts';
import { type Exchange, EXCHANGES, readExchange, writeExchange } from '../translate/exchange.ts';
import { type Standing, standingOf, standingText, takenText } from '../translate/report.ts';
import { subjectAt, translatedInto } from '../translate/subject.ts';
import { accept, takeBack } from '../translate/take-back.ts';
import { withTranslations } from '../translate/write-translation.ts';
import { writeOut } from '../write-out.ts';

const EXAMPLES = `
A translation is <language>.yaml beside scenario.yaml: the same ids, only texts. A missing text appears in the language of the
case, with a badge. See docs/authoring/translating.md.

Examples:
  npx baraza translate                                           the status of every translation
  npx baraza translate export trial-match sw --as csv            missing and stale texts, for a spreadsheet
  npx baraza translate import trial-match sw trial-match.sw.csv  and back into the case
  npx baraza translate export scenarios/jurisdictions/taravia.yaml sw --as xliff    the law pack
`;

export const translateCommand: Subcommand = {
  addTo(program, run) {
    const translate = program
      .command('translate')
      .description('show the status of translations; export texts to a translator and import them')
      .addHelpText('after', EXAMPLES);
    addStatus(translate, run);
    addExport(translate, run);
    addImport(translate, run);
    addAccept(translate, run);
    addPseudo(translate, run);
  },
};

const CASE = 'folder or name of a case, or the file of a law pack';

const ONLY = ['--only <paths...>', 'only texts at these paths: interviews, items.ledger'] as const;

/** The rows at these paths, or all. Throws `UsageError` if a path has no text. */
function chosen(rows: readonly TextRow[], only: readonly string[] | undefined): readonly TextRow[] {
  return (
    only?.flatMap((path) => {
      const found = rowsWithin(rows, path);
      if (found.length === 0) throw new UsageError(`the case has no text at ${path}`);
      return found;
    }) ?? rows
  );
}

interface StatusOptions {
  format: Format;
  only?: string[];
  all?: true;
}

function addStatus(translate: Command, run: Run): void {
  translate
    .command('status', { isDefault: true })
    .description('list texts that are missing, stale, much too long, or with other formatting marks')
    .argument('[case]', CASE)
    .argument('[language]', 'only this language')
    .option(...ONLY)
    .option('--all', 'list all texts, not only the first twelve')
    .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('text'))
    .action((path: string | undefined, language: string | undefined, options: StatusOptions) =>
      run((io) => status(path, language, options, io)),
    );
}

async function status(
  path: string | undefined,
  onlyLanguage: string | undefined,
  { format, only, all }: StatusOptions,
  io: Io,
): Promise<ExitCode> {
  const subjects = await Promise.all(
    (path === undefined ? await caseFolders([], io) : [path]).map((each) => subjectAt(each, io)),
  );
  const standings: Standing[] = [];
  for (const subject of subjects) {
    for (const language of onlyLanguage === undefined ? subject.languages : [onlyLanguage]) {
      const translated = await translatedInto(subject, language);
      standings.push(standingOf(subject, language, { ...translated, rows: [...chosen(translated.rows, only)] }));
    }
  }
  const max = all ? Number.POSITIVE_INFINITY : undefined;
  io.write(
    format === 'json'
      ? `${JSON.stringify(standings, undefined, 2)}\n`
      : `${standings.map((each) => standingText(each, max)).join('\n\n') || 'Nothing to translate: add a language to `languages`.'}\n`,
  );
  return standings.every(({ open, orphans }) => open.length + orphans.length === 0) ? 0 : 1;
}

interface ExportOptions {
  as: Exchange;
  all?: true;
  only?: string[];
  out?: string;
}

function addExport(translate: Command, run: Run): void {
  translate
    .command('export')
    .description('write missing and stale texts to a file for a translator')
    .argument('<case>', CASE)
    .argument('<language>', 'the language to translate into')
    .addOption(new Option('--as <format>', 'file format').choices(EXCHANGES).default('csv'))
    .option('--all', 'all texts, also the translated ones')
    .option(...ONLY)
    .option('--out <file>', 'output file (default: <case>.<language>.<format> in this folder); - for standard output')
    .action((path: string, language: string, options: ExportOptions) =>
      run(async (io) => {
        const subject = await subjectAt(path, io);
        const all = chosen((await translatedInto(subject, language)).rows, options.only);
        const rows = options.all ? all : toDo(all);
        const languages = { source: subject.language, target: language };
        const parcel = { name: subject.name, languages, rows, contextOf: subject.contextOf };
        const file = options.out ?? `${subject.name}.${language}.${options.as === 'xliff' ? 'xlf' : options.as}`;
        await writeOut(io, file, await writeExchange(options.as, parcel));
        io.note(`${rows.length} texts\n`);
        return 0;
      }),
    );
}

function addImport(translate: Command, run: Run): void {
  translate
    .command('import')
    .description('read the translations from a file (.csv, .xlf or .yaml) into the case')
    .argument('<case>', CASE)
    .argument('<language>', 'the language of the translation')
    .argument('<file>', 'the file from the translator')
    .action((path: string, language: string, file: string) =>
      run(async (io) => {
        const subject = await subjectAt(path, io);
        const into = await translatedInto(subject, language);
        const text = await readFile(resolve(io.cwd, file), 'utf8').catch(() => {
          throw new UsageError(`there is no file ${file}`);
        });
        const result = await takeBack(subject, into, await readExchange(file, text));
        io.write(`${takenText(result, relative(io.cwd, into.file))}\n`);
        if (subject.languages.length > 0 && !subject.languages.includes(language))
          io.note(`Add \`${language}\` to \`languages\` in scenario.yaml, so that trainers can choose it.\n`);
        return result.unknown.length + result.outdated.length + result.unchanged.length > 0 ? 1 : 0;
      }),
    );
}

function addAccept(translate: Command, run: Run): void {
  translate
    .command('accept')
    .description('mark stale translations as correct for the current text')
    .argument('<case>', CASE)
    .argument('<language>', 'the language of the translation')
    .argument('[paths...]', 'only these texts (default: all translated texts)')
    .action((path: string, language: string, paths: string[]) =>
      run(async (io) => {
        const subject = await subjectAt(path, io);
        const into = await translatedInto(subject, language);
        const known = new Set(into.rows.map((row) => row.path));
        const unknown = paths.filter((each) => !known.has(each));
        if (unknown.length > 0) throw new UsageError(`the case has no text ${unknown.join(', ')}`);
        const rows = into.rows.filter(
          ({ path: name, state }) => state !== 'missing' && (paths.length === 0 || paths.includes(name)),
        );
        await accept(subject, into, rows);
        io.note(`${rows.length} translations accepted\n`);
        return 0;
      }),
    );
}

function addPseudo(translate: Command, run: Run): void {
  translate
    .command('pseudo')
    .description(
      `write a test language (${PSEUDO_LANGUAGE}.yaml) with accented texts, a third longer, to see which texts do not fit`,
    )
    .argument('<case>', CASE)
    .action((path: string) =>
      run(async (io) => {
        const subject = await subjectAt(path, io);
        const into = await translatedInto(subject, PSEUDO_LANGUAGE);
        const updates = Object.fromEntries(into.rows.map((row) => [row.path, pseudoText(row.source)]));
        const paths = into.rows.map((row) => row.path);
        await writeFile(into.file, withTranslations('', updates, paths));
        io.note(
          `${into.rows.length} texts in ${relative(io.cwd, into.file)}. Add \`${PSEUDO_LANGUAGE}\` to \`languages\`, check the screens, and remove both again.\n`,
        );
        return 0;
      }),
    );
}
