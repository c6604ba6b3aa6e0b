/**
 * Secrets in the text of the case: another world in which a thing that the actor has not earned has another name, other words, or
 * does not exist. The log is the same, in the words of the other case.
 */
import type { Actor } from '../../../../shared/access/actor.ts';
import { mayKnow, viewerOf } from '../../../../shared/access/audience.ts';
import type { CardSource } from '../../../../shared/cards/words.ts';
import type { Event } from '../../../../shared/exercise/events.ts';
import type { CompiledScenario } from '../../../../shared/scenario/compiled.ts';
import { Earned } from '../../../../shared/simulation/earned.ts';
import { guardedOf } from '../../../../shared/simulation/guarded.ts';
import { isRecord, remade, renamed, reworded, type Tree, without } from './case-trees.ts';
import type { Chance } from './chance.ts';
import { ClassAt, type Program } from './class-at.ts';
import { deskOf, type Play } from './plays.ts';
import { wordsIn } from './probes.ts';
import type { Secret } from './secrets.ts';

type Section =
  | 'items'
  | 'people'
  | 'places'
  | 'helpers'
  | 'services'
  | 'injects'
  | 'decisions'
  | 'operations'
  | 'holdings'
  | 'interviews'
  | 'rubric'
  | 'red-lines';

const ONE_OF: Record<Section, string> = {
  items: 'item',
  people: 'person',
  places: 'place',
  helpers: 'helper',
  services: 'service',
  injects: 'inject',
  decisions: 'decision',
  operations: 'operation',
  holdings: 'answer of an outside body',
  interviews: 'interview',
  rubric: 'task',
  'red-lines': 'red line',
};

/** The first word of the facts of the fact-leak proof. */
const FACT_OF: Record<Section, string> = { ...ONE_OF, holdings: 'holding', 'red-lines': 'red-line' };

interface Thing {
  section: Section;
  id: string;
}

/** Things that are on no public list, so that an actor must come to know of them. */
function earnable({ scenario }: CompiledScenario): Thing[] {
  const hidden = (section: Section, id: string): boolean => {
    if (section === 'places') return scenario.places[id]?.hidden ?? false;
    if (section === 'services') return scenario.services[id]?.['known-to'] !== undefined;
    // Without `known-with`, a helper is on the list of every desk.
    if (section === 'helpers') return scenario.helpers[id]?.['known-with'] !== undefined;
    return true;
  };
  return (Object.keys(ONE_OF) as Section[]).flatMap((section) =>
    Object.keys(scenario[section])
      .filter((id) => hidden(section, id))
      .map((id) => ({ section, id })),
  );
}

const WAYS = ['another name', 'other words', 'absent'] as const;

export function otherCase(play: Play, program: Program, actor: Actor, chance: Chance): Secret | undefined {
  const { source, events, moments } = play;
  const log = events.slice(0, chance.pick(moments));
  const one = ClassAt.after(source, log, program);
  const earned = wordsIn(one.snapshot(actor));
  const heard = wordsIn(heardBy(one, actor, log));
  const isUnknown = (id: string): boolean => !earned.has(id) && !heard.has(id);
  const open = earnable(source.compiled).filter(
    (thing) => [thing.id, ...restsOn(source, thing)].every(isUnknown) && isOnlyA(source, thing.id),
  );
  if (open.length === 0) return undefined;
  const thing = drawn(open, source, actor, chance);
  const way = chance.pick(WAYS);
  const changed = changedBy(source, log, thing, way);
  const other = ClassAt.after(changed.source, changed.log, program);
  const words = {
    'another name': 'that has another name for',
    'other words': 'with other words for',
    absent: 'without',
  }[way];
  return {
    one,
    other,
    where: `${words} the ${ONE_OF[thing.section]} ${thing.id}`,
    hot: new Set([thing.id, `${thing.id}-x`]),
    isEarnedBy: (more) => hasEarned(source, [...log, ...more], deskOf(actor), `${FACT_OF[thing.section]}:${thing.id}`),
  };
}

/** The things with which a helper comes onto the list of a desk. */
const restsOn = ({ compiled }: CardSource, { section, id }: Thing): readonly string[] =>
  section === 'helpers' ? (compiled.scenario.helpers[id]?.['known-with'] ?? []) : [];

/** What the oracle of the fact-leak proof says, which reads no audience. */
export function hasEarned({ compiled }: CardSource, log: readonly Event[], desk: string, fact: string): boolean {
  const oracle = new Earned(compiled);
  for (const event of log) oracle.take(event);
  return oracle.has(desk, fact);
}

/** Mostly a thing that concerns the actor's desk, so that the desk has an act for it. */
function drawn(open: readonly Thing[], { compiled }: CardSource, actor: Actor, chance: Chance): Thing {
  const desk = deskOf(actor);
  const concerned = open.filter(({ section, id }) => wordsIn(compiled.scenario[section][id]).has(desk));
  const from = concerned.length > 0 && chance.next() < 0.6 ? concerned : open;
  const section = chance.pick([...new Set(from.map((thing) => thing.section))]);
  return chance.pick(from.filter((thing) => thing.section === section));
}

/** True if the id means this thing alone, so that a new name changes nothing else. */
const isOnlyA = ({ compiled }: CardSource, id: string): boolean => {
  const { scenario, law } = compiled;
  if (guardedOf(compiled).open.has(id) && !Object.hasOwn(scenario.helpers, id)) return false;
  const sections = [
    ...(Object.keys(ONE_OF) as Section[]).map((section) => scenario[section]),
    scenario.roles,
    scenario.statecharts,
  ];
  return sections.filter((section) => Object.hasOwn(section, id)).length === 1 && !wordsIn(law).has(id);
};

function changedBy(
  { compiled, translations }: CardSource,
  log: readonly Event[],
  { section, id }: Thing,
  way: (typeof WAYS)[number],
): { source: CardSource; log: readonly Event[] } {
  const again = remade({ compiled, translations }, (tree) => {
    if (way === 'another name') return renamed(tree, id, `${id}-x`);
    if (way === 'absent') return without(tree, id);
    if (!isRecord(tree) || !isRecord(tree[section])) return tree;
    return { ...tree, [section]: { ...tree[section], [id]: reworded(tree[section][id]) } };
  });
  if (way === 'other words') return { source: again, log };
  if (way === 'another name')
    return {
      source: again,
      log: log.map((event) => renamed(event as unknown as Tree, id, `${id}-x`) as unknown as Event),
    };
  // A road stays as long as it is, even if no place of the case lies on it any more.
  const ways = without(compiled.ways, id) as CompiledScenario['ways'];
  return {
    source: { ...again, compiled: { ...again.compiled, ways } },
    log: log.filter((event) => !wordsIn(event).has(id)),
  };
}

const heardBy = (at: ClassAt, actor: Actor, log: readonly Event[]): Event[] => {
  const viewers = at.streamsOf(actor).map((key) => viewerOf(key, at.exercise.world.roles));
  return log.filter((event) => viewers.some((viewer) => mayKnow(viewer, event)));
};
