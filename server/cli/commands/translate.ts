/** `baraza translate status|export|import|accept|pseudo`. */
import { readFile, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type TextRow, toDo, within } from '../../../shared/translation/rows.ts';
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
A translation is <language>.yaml beside scenario.yaml: the same ids, only texts. What is missing is read in the case's own
language, with a badge. See docs/authoring/translating.md.

Examples:
  npx baraza translate                                           where every translation stands
  npx baraza translate export trial-match sw --as csv            what is to do, for a spreadsheet
  npx baraza translate import trial-match sw trial-match.sw.csv  and back into the case
  npx baraza translate export scenarios/jurisdictions/taravia.yaml sw --as xliff    the law pack
`;

export const translateCommand: Subcommand = {
  addTo(program, run) {
    const translate = program
      .command('translate')
      .description('where translations stand; texts out to a translator and back')
      .addHelpText('after', EXAMPLES);
    addStatus(translate, run);
    addExport(translate, run);
    addImport(translate, run);
    addAccept(translate, run);
    addPseudo(translate, run);
  },
};

const CASE = 'a case (folder or name), or the file of a law pack';

const ONLY = ['--only <paths...>', 'only texts at these paths: interviews, items.ledger'] as const;

/** Throws `UsageError` where a path holds no text. */
function chosen(rows: readonly TextRow[], only: readonly string[] | undefined): readonly TextRow[] {
  return (
    only?.flatMap((path) => {
      const found = within(rows, path);
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
    .description('what is missing, stale, without its marks or much too long')
    .argument('[case]', CASE)
    .argument('[language]', 'only this one')
    .option(...ONLY)
    .option('--all', 'name every text, not the first dozen')
    .addOption(new Option('--format <format>', 'how to answer').choices(FORMATS).default('text'))
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
  const most = all ? Number.POSITIVE_INFINITY : undefined;
  io.write(
    format === 'json'
      ? `${JSON.stringify(standings, undefined, 2)}\n`
      : `${standings.map((each) => standingText(each, most)).join('\n\n') || 'Nothing to translate: add a language to `languages`.'}\n`,
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
    .description('write what is missing or stale into a file for a translator')
    .argument('<case>', CASE)
    .argument('<language>', 'into which language')
    .addOption(new Option('--as <format>', 'the format of the file').choices(EXCHANGES).default('csv'))
    .option('--all', 'every text, also what is translated')
    .option(...ONLY)
    .option('--out <file>', 'where to; <case>.<language>.<format> in this folder when left out, - for the terminal')
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
    .description('take back what a translator wrote (.csv, .xlf or .yaml)')
    .argument('<case>', CASE)
    .argument('<language>', 'of which language')
    .argument('<file>', 'what came back')
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
          io.note(`Add \`${language}\` to \`languages\` in scenario.yaml, or nobody can choose it.\n`);
        return result.unknown.length + result.outdated.length + result.unchanged.length > 0 ? 1 : 0;
      }),
    );
}

function addAccept(translate: Command, run: Run): void {
  translate
    .command('accept')
    .description('say that stale translations are still right for the text as it is now')
    .argument('<case>', CASE)
    .argument('<language>', 'of which language')
    .argument('[paths...]', 'only these texts; every translated one when left out')
    .action((path: string, language: string, paths: string[]) =>
      run(async (io) => {
        const subject = await subjectAt(path, io);
        const into = await translatedInto(subject, language);
        const known = new Set(into.rows.map((row) => row.path));
        const strange = paths.filter((each) => !known.has(each));
        if (strange.length > 0) throw new UsageError(`the case has no text ${strange.join(', ')}`);
        const rows = into.rows.filter(
          ({ path: name, state }) => state !== 'missing' && (paths.length === 0 || paths.includes(name)),
        );
        await accept(subject, into, rows);
        io.note(`${rows.length} translations accepted as they are\n`);
        return 0;
      }),
    );
}

function addPseudo(translate: Command, run: Run): void {
  translate
    .command('pseudo')
    .description(
      `write a test language (${PSEUDO_LANGUAGE}.yaml): every text accented and a third longer, to see what does not fit`,
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
          `${into.rows.length} texts in ${relative(io.cwd, into.file)}. Add \`${PSEUDO_LANGUAGE}\` to \`languages\`, look at the screens, and take both out again.\n`,
        );
        return 0;
      }),
    );
}
