/** `baraza print CASE`. */
import { playableCase } from '../playable-case.ts';
import { paperOf } from '../print/paper.ts';
import { type Part, PARTS, printPack } from '../print/print-pack.ts';
import { type Subcommand, UsageError } from '../subcommand.ts';
import { writeOut } from '../write-out.ts';

const EXAMPLES = `
Parts: roles (role cards), envelopes (one per inject and desk, to fold and seal), evidence (one sheet per item, with a custody list),
facilitator (schedule of injects, the truth, the answer key, the debrief). Open the page in a browser and print it.

Examples:
  npx baraza print trial-match
  npx baraza print trial-match roles envelopes --language fr
`;

export const printCommand: Subcommand = {
  addTo(program, run) {
    program
      .command('print')
      .description('write the case for paper: role cards, envelopes, evidence sheets, facilitator’s book')
      .argument('<case>', 'folder or name of the case')
      .argument('[parts...]', `which parts (${PARTS.join(', ')}; default: all)`)
      .option('--language <language>', 'a language of the case (default: the one it is written in)')
      .option('--out <file>', 'output file (default: <case>.print.html in this folder); - for standard output')
      .addHelpText('after', EXAMPLES)
      .action((path: string, parts: string[], options: { language?: string; out?: string }) =>
        run(async (io) => {
          const wanted = partsOf(parts);
          const found = await playableCase(path, io);
          const { language: own, languages } = found.compiled.scenario;
          const language = options.language ?? own;
          if (language !== own && !languages.includes(language))
            throw new UsageError(`${found.id} is not in ${language}; it is in ${languages.join(', ')}`);
          const paper = await paperOf(found, language);
          await writeOut(io, options.out ?? `${found.id}.print.html`, printPack(paper, wanted));
          if (paper.words.fallback)
            io.note(
              'Some texts are not translated and appear in the language of the case; `npx baraza translate` lists them.\n',
            );
          return 0;
        }),
      );
  },
};

function partsOf(words: readonly string[]): readonly Part[] {
  const unknown = words.find((word) => !(PARTS as readonly string[]).includes(word));
  if (unknown !== undefined) throw new UsageError(`there is no part "${unknown}"; the parts are ${PARTS.join(', ')}`);
  return words.length === 0 ? PARTS : PARTS.filter((part) => words.includes(part));
}
