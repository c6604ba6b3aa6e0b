/** `baraza graph CASE`. */
import { Option } from 'commander';
import { caseGraph, type CaseGraph } from '../../../shared/graph/case-graph.ts';
import { layoutGraph } from '../../../shared/graph/layout.ts';
import { graphMermaid } from '../../../shared/graph/mermaid.ts';
import { placesIn } from '../../../shared/graph/places.ts';
import { graphSvg } from '../../../shared/graph/svg.ts';
import { graphPage } from '../graph/graph-page.ts';
import { type PlayableCase, playableCase } from '../playable-case.ts';
import type { Subcommand } from '../subcommand.ts';
import { writeOut } from '../write-out.ts';

const FORMS = { html: 'html', svg: 'svg', mermaid: 'mmd', json: 'json' } as const;
type Form = keyof typeof FORMS;

const EXAMPLES = `
Draws the statecharts of the case side by side: every state, every transition and its condition.

Examples:
  npx baraza graph trial-match                      a page; select a state to see its line in the text
  npx baraza graph trial-match --as svg --out g.svg a drawing
  npx baraza graph trial-match --as mermaid --out - for a wiki
`;

export const graphCommand: Subcommand = {
  addTo(program, run) {
    program
      .command('graph')
      .description('draw the case as a graph that links to the lines of its files')
      .argument('<case>', 'folder or name of the case')
      .addOption(new Option('--as <form>', 'output format').choices(Object.keys(FORMS)).default('html'))
      .option('--out <file>', 'output file (default: <case>.graph.<form> in this folder); - for standard output')
      .addHelpText('after', EXAMPLES)
      .action((path: string, options: { as: Form; out?: string }) =>
        run(async (io) => {
          const found = await playableCase(path, io);
          const graph = caseGraph(found.compiled.scenario, placesIn(found.files));
          const out = options.out ?? `${found.id}.graph.${FORMS[options.as]}`;
          await writeOut(io, out, drawn(graph, options.as, found));
          return 0;
        }),
      );
  },
};

function drawn(graph: CaseGraph, as: Form, { files, compiled }: PlayableCase): string {
  if (as === 'mermaid') return graphMermaid(graph);
  if (as === 'json') return `${JSON.stringify(graph, undefined, 2)}\n`;
  return as === 'svg' ? graphSvg(layoutGraph(graph)) : graphPage(graph, files, compiled.scenario.language);
}
