/** Collects the ids that an editor can suggest. Tolerant of errors, because an unfinished case already has ids. */
import { TRAINER } from '../../../shared/access/stored-names.ts';
import { parseYaml } from '../../../shared/scenario/parse-yaml.ts';
import { isPartFile } from '../../../shared/scenario/schema/basics.ts';
import { EVENT_TYPES } from '../../../shared/vocabulary/events.ts';
import { WORDS } from '../../../shared/scenario/known-ids.ts';

/** Ids by kind (as in known-ids.ts), in the order of the file. */
export type Offers = Readonly<Record<string, readonly string[]>>;

type Tree = Record<string, unknown>;

/** Suggestions that every case shares: events and the values of closed lists. */
export const STANDING_OFFERS: Offers = {
  ...WORDS,
  event: EVENT_TYPES,
  actor: [TRAINER, 'story'],
  'yes-no': [],
};

const OF_CASE: readonly [kind: string, section: string][] = [
  ['role', 'roles'],
  ['place', 'places'],
  ['person', 'people'],
  ['helper', 'helpers'],
  ['item', 'items'],
  ['interview', 'interviews'],
  ['service', 'services'],
  ['decision', 'decisions'],
  ['operation', 'operations'],
  ['inject', 'injects'],
  ['chart', 'statecharts'],
  ['spoken-language', 'spoken-languages'],
];
const OF_LAW: readonly [kind: string, section: string][] = [
  ['agency', 'agencies'],
  ['offence', 'offences'],
  ['remedy', 'remedies'],
  ['measure', 'protective-measures'],
  ['duty', 'duties'],
  ['request-kind', 'requests'],
  ['body', 'bodies'],
  ['indicator', 'indicators'],
  ['sop-element', 'sop-elements'],
  ['plan-section', 'plan-sections'],
  ['engage-step', 'engage-steps'],
];

/** The ids of a case and its law pack, from the texts of its files. A file that cannot be parsed yields none. */
export function offersOf(files: Readonly<Record<string, string>>): Offers {
  const parts = Object.keys(files).filter((name) => name === 'scenario.yaml' || isPartFile(name));
  const trees = parts.map((name) => tree(files[name] ?? ''));
  const laws = Object.keys(files).filter((name) => /^jurisdictions\/[a-z][a-z0-9-]*\.yaml$/.test(name));
  const law = laws.map((name) => tree(files[name] ?? ''));
  const offers: Record<string, readonly string[]> = { ...STANDING_OFFERS };
  for (const [kind, section] of OF_CASE) offers[kind] = keysIn(trees, section);
  for (const [kind, section] of OF_LAW) offers[kind] = keysIn(law, section);
  const roles = offers['role'] ?? [];
  const signals = trees.flatMap(signalsIn);
  return {
    ...offers,
    actor: [...roles, TRAINER, 'story'],
    'item-person-or-inject': ['item', 'person', 'inject'].flatMap((kind) => offers[kind] ?? []),
    'role-or-body': [...roles, ...(offers['body'] ?? [])],
    state: trees.flatMap((each) => statesIn(branch(each['statecharts']), '')),
    question: trees.flatMap(questionsIn),
    option: unique(trees.flatMap((each) => inner(each, 'decisions', 'options'))),
    part: unique(trees.flatMap((each) => inner(each, 'items', 'parts'))),
    signal: unique(signals),
    event: unique([...signals, ...EVENT_TYPES]),
  };
}

function tree(text: string): Tree {
  return branch(parseYaml('', text).value);
}

const branch = (value: unknown): Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {};
const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
const keysIn = (trees: readonly Tree[], section: string): string[] =>
  unique(trees.flatMap((each) => Object.keys(branch(each[section]))));
const inner = (from: Tree, section: string, key: string): string[] =>
  Object.values(branch(from[section])).flatMap((each) => Object.keys(branch(branch(each)[key])));

/** `chart.state`, and `chart.state.inner`. */
function statesIn(charts: Tree, path: string): string[] {
  return Object.entries(charts).flatMap(([id, value]) => {
    const here = path === '' ? id : `${path}.${id}`;
    return [...(path === '' ? [] : [here]), ...statesIn(branch(branch(value)['states']), here)];
  });
}

function questionsIn(from: Tree): string[] {
  return Object.entries(branch(from['interviews'])).flatMap(([interview, script]) =>
    Object.entries(branch(branch(script)['topics'])).flatMap(([topic, value]) =>
      Object.keys(branch(branch(value)['questions'])).map((question) => `${interview}.${topic}.${question}`),
    ),
  );
}

/** Every signal that an effect sends. */
function signalsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'send' && typeof each === 'string' ? [each] : signalsIn(each),
  );
}
