/** The graph of a case: its content, its places in the text, and its drawing. */
import { describe, expect, it } from 'vitest';
import { caseGraph, type CaseGraph } from '../../shared/graph/case-graph.ts';
import { layoutGraph, type BoxPlace } from '../../shared/graph/layout.ts';
import { placesIn } from '../../shared/graph/places.ts';
import { conditionInShort, effectsInShort } from '../../shared/graph/short-words.ts';
import { graphSvg } from '../../shared/graph/svg.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { caseFiles } from '../support/case-files.ts';
import { smallestFiles } from '../scenario/fixtures.ts';

function graphOf(files: Record<string, string>): CaseGraph {
  const { compiled, diagnostics } = parseCase(files);
  if (!compiled) throw new Error(JSON.stringify(diagnostics));
  return caseGraph(compiled.scenario, placesIn(files));
}

const CHARTS = `statecharts:
  case:
    initial: morning
    on: {alarm: stopped}
    states:
      morning:
        title: The morning <early>
        on:
          person-met: {target: work, guard: {role: police, knows: ticket}}
        entry:
          - send: alarm
            after: 20m
      work:
        type: parallel
        states:
          inside:
            initial: quiet
            states:
              quiet: {after: {30m: loud}}
              loud: {on: {travel-ended: quiet}}
          outside:
            initial: empty
            states:
              empty: {always: {target: full, guard: {clock: {after: day 1 09:00}}}}
              full: {}
      stopped: {type: final}
`;

/** The smallest case with different charts. */
function nested(): Record<string, string> {
  const files = smallestFiles();
  const text = files['scenario.yaml'] ?? '';
  const from = text.indexOf('statecharts:');
  const rest = text.slice(from).split('\n').slice(1);
  const next = rest.findIndex((line) => /^[a-z]/.test(line));
  return { ...files, 'scenario.yaml': `${text.slice(0, from)}${CHARTS}${rest.slice(next).join('\n')}` };
}

const overlap = (a: BoxPlace, b: BoxPlace) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the graph of Trial Match', () => {
  const files = caseFiles('trial-match');
  const graph = graphOf(files);
  const lines = (files['scenario.yaml'] ?? '').split('\n');

  it('has a lane for every statechart, with all its states', () => {
    expect(graph.lanes.map((lane) => lane.chart)).toEqual([
      'case',
      'first-bus',
      'second-bus',
      'suspects',
      'press',
      'families',
    ]);
    const bus = graph.lanes[1];
    expect(bus?.nodes.map((node) => node.id)).toEqual([
      'first-bus.early',
      'first-bus.slowing',
      'first-bus.stopped',
      'first-bus.past',
      'first-bus.arrived',
    ]);
    expect(bus?.nodes.filter((node) => node.initial).map((node) => node.key)).toEqual(['early']);
  });

  it('has the line of every state and every transition', () => {
    for (const lane of graph.lanes) {
      for (const node of lane.nodes) expect(lines[node.place.line - 1]?.trim()).toMatch(new RegExp(`^${node.key}:`));
      for (const edge of lane.edges) {
        const target = edge.to?.split('.').at(-1) ?? '';
        expect(lines.slice(edge.place.line - 1, edge.place.to).join('\n'), edge.id).toContain(target);
        // In a list, the event or delay is on the line above its first transition.
        if (edge.by !== undefined)
          expect(lines.slice(edge.place.line - 2, edge.place.line).join('\n'), edge.id).toContain(edge.by);
      }
    }
  });

  it('draws states without overlap and inside their lane', () => {
    const placed = layoutGraph(graph);
    for (const lane of placed.lanes) {
      for (const [index, node] of lane.nodes.entries()) {
        expect(lane.nodes.slice(index + 1).filter((other) => overlap(node, other))).toEqual([]);
        expect(node.x >= lane.x && node.x + node.width <= lane.x + lane.width).toBe(true);
        expect(node.y >= lane.y && node.y + node.height <= lane.y + lane.height).toBe(true);
      }
      for (const { label, points } of lane.edges) {
        expect(label.x >= lane.x && label.x + label.width <= lane.x + lane.width).toBe(true);
        expect(points.length).toBeGreaterThan(1);
      }
    }
    expect(
      placed.lanes.flatMap((one, index) => placed.lanes.slice(index + 1).filter((two) => overlap(one, two))),
    ).toEqual([]);
  });

  it('is one SVG with a hook on every state and transition', () => {
    const svg = graphSvg(layoutGraph(graph), { lit: ['press.asking'], interactive: true });
    for (const lane of graph.lanes) {
      for (const node of lane.nodes) expect(svg).toContain(`data-state="${node.id}"`);
      for (const edge of lane.edges) expect(svg).toContain(`data-edge="${edge.id}"`);
    }
    expect(svg).toContain('class="state lit" data-state="press.asking"');
    expect(svg.match(/class="state lit"/g)).toHaveLength(1);
  });
});

describe('nested and parallel charts', () => {
  const graph = graphOf(nested());
  const lane = graph.lanes[0];

  it('keep the parent of each state and the target of each transition', () => {
    expect(lane?.nodes.map(({ id, parent, kind }) => `${parent} > ${id}: ${kind}`)).toEqual([
      'case > case.morning: state',
      'case > case.work: parallel',
      'case.work > case.work.inside: group',
      'case.work.inside > case.work.inside.quiet: state',
      'case.work.inside > case.work.inside.loud: state',
      'case.work > case.work.outside: group',
      'case.work.outside > case.work.outside.empty: state',
      'case.work.outside > case.work.outside.full: state',
      'case > case.stopped: final',
    ]);
    expect(lane?.edges.map(({ from, to, by, guard }) => [from, to, by, guard])).toEqual([
      ['case', 'case.stopped', 'alarm', undefined],
      ['case.morning', 'case.work', 'person-met', 'police knows ticket'],
      ['case.work.inside.quiet', 'case.work.inside.loud', '30m', undefined],
      ['case.work.inside.loud', 'case.work.inside.quiet', 'travel-ended', undefined],
      ['case.work.outside.empty', 'case.work.outside.full', undefined, 'after day 1 09:00'],
    ]);
  });

  it('draws inner states inside their parent', () => {
    const nodes = layoutGraph(graph).lanes[0]?.nodes ?? [];
    for (const inner of nodes) {
      const outer = nodes.find(({ node }) => node.id === inner.node.parent);
      if (!outer) continue;
      expect(inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width, inner.node.id).toBe(true);
      expect(inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height, inner.node.id).toBe(true);
    }
    expect(nodes).toHaveLength(9);
  });

  it('writes texts of the case as text, never as markup', () => {
    const svg = graphSvg(layoutGraph(graph));
    expect(svg).toContain('The morning &lt;early&gt;');
    expect(svg).not.toContain('<early>');
  });
});

describe('places in included files', () => {
  it('include a section in another file of the case', () => {
    const files = { 'scenario.yaml': 'include: [charts.yaml]\nid: x\n', 'charts.yaml': `# first\n${CHARTS}` };
    expect(placesIn(files)(['statecharts', 'case', 'states', 'work'])).toEqual({
      file: 'charts.yaml',
      line: 14,
      to: 26,
    });
    expect(placesIn(files)(['id'])).toEqual({ file: 'scenario.yaml', line: 2, to: 2 });
  });
});

describe('conditions and effects in short', () => {
  it('use the words of the file', () => {
    const said = [
      { all: [{ reached: 'case.work' }, { any: [{ in: 'press.calm' }, { item: 'ledger', is: 'taken' as const }] }] },
      { not: { happened: 'screened', person: 'nyota', alone: true, times: 2 } },
      {
        'at-least': 2,
        of: [
          { role: 'police', knows: 'ledger', part: 'names' },
          { person: 'nyota', at: 'hall' },
        ],
      },
      { person: 'nyota', trust: { 'at-least': 3 } },
      { clock: { after: 8 * 3_600_000, before: 9 * 3_600_000 } },
    ].map(conditionInShort);
    expect(said).toEqual([
      'reached case.work and (in press.calm or ledger is taken)',
      'not screened person nyota alone 2×',
      'at least 2 of (police knows ledger.names, nyota at hall)',
      'nyota trust ≥ 3',
      'after day 1 08:00, before day 1 09:00',
    ]);
  });

  it('joins moves to one place, and shows delays', () => {
    expect(
      effectsInShort([
        { move: 'a', to: 'hall' },
        { move: 'b', to: 'hall' },
        { fire: 'call', after: 600_000 },
        { trust: { a: 1, b: -2 } },
        { learn: 'ledger', role: 'police' },
        { end: true },
      ]),
    ).toEqual([
      'fires call after 10m',
      'trust of a +1, trust of b -2',
      'police learns ledger',
      'the exercise may end',
      'moves 2 to hall',
    ]);
  });
});
