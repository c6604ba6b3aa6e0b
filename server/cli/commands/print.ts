/** `baraza print CASE`. */
import { playableCase } from '../playable-case.ts';
import { paperOf } from '../print/paper.ts';
import { type Part, PARTS, printPack } from '../print/print-pack.ts';
import { type Subcommand, UsageError } from '../subcommand.ts';
import { writeOut } from '../write-out.ts';

const EXAMPLES = `
Parts: roles (role cards), envelopes (one an inject and desk, to fold and seal), evidence (one sheet an item, with a custody list),
facilitator (what comes when, the truth, the answer key, the debrief). Open the page in a browser and print it.

Examples:
  npx baraza print trial-match
  npx baraza print trial-match roles envelopes --language fr
`;

export const printCommand: Subcommand = {
  addTo(program, run) {
    program
      .command('print')
      .description('the case on paper: role cards, sealed envelopes, evidence sheets, facilitator’s book')
      .argument('<case>', 'folder or name of a case')
      .argument('[parts...]', `which parts (${PARTS.join(', ')}); all when left out`)
      .option('--language <language>', 'one of the case; its own when left out')
      .option('--out <file>', 'where to; <case>.print.html in this folder when left out, - for the terminal')
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
              'Some texts are not translated and stand in the language of the case; `npx baraza translate` lists them.\n',
            );
          return 0;
        }),
      );
  },
};

function partsOf(words: readonly string[]): readonly Part[] {
  const strange = words.find((word) => !(PARTS as readonly string[]).includes(word));
  if (strange !== undefined) throw new UsageError(`there is no part "${strange}"; there are ${PARTS.join(', ')}`);
  return words.length === 0 ? PARTS : PARTS.filter((part) => words.includes(part));
}
