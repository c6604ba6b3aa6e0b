/** `baraza book CASE`. */
import { caseBook } from '../book/case-book.ts';
import { playableCase } from '../playable-case.ts';
import type { Subcommand } from '../subcommand.ts';
import { playthroughNames, testCase } from '../test/test-case.ts';
import { standingOf } from '../translate/report.ts';
import { subjectAt, translatedInto } from '../translate/subject.ts';
import { writeOut } from '../write-out.ts';

const EXAMPLES = `
One page for authors and reviewers: facts by desk, the graph, people, interviews, injects, rubric, and the status of review, tests
and translations. It holds every secret of the case.

Example:
  npx baraza book trial-match --out trial-match.book.html
`;

export const bookCommand: Subcommand = {
  addTo(program, run) {
    program
      .command('book')
      .description('write the case book: everything about a case on one page, for reviewers')
      .argument('<case>', 'folder or name of the case')
      .option('--out <file>', 'output file (default: <case>.book.html in this folder); - for standard output')
      .addHelpText('after', EXAMPLES)
      .action((path: string, options: { out?: string }) =>
        run(async (io) => {
          const found = await playableCase(path, io);
          const { playthroughs } = await testCase(found.folder, await playthroughNames(found.folder), io);
          const subject = await subjectAt(found.folder, io);
          const translations = [];
          for (const language of subject.languages)
            translations.push(standingOf(subject, language, await translatedInto(subject, language)));
          await writeOut(io, options.out ?? `${found.id}.book.html`, caseBook({ found, playthroughs, translations }));
          return 0;
        }),
      );
  },
};
