/**
 * A shipped case with canaries: each text and each id that must be earned contains a unique word. A receiver of a
 * canary must have earned the fact that it belongs to, by the oracle of `shared/simulation`.
 *
 * Texts get their canary at the end, ids as a suffix (`ledger` becomes `ledger-qz004fzq`), drawings as a description;
 * the playthroughs of the case are rewritten with the new ids.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { type ParsedCase, parseCase } from '../../../shared/scenario/parse-case.ts';
import { Scenario } from '../../../shared/scenario/schema/scenario.ts';
import { textsOf } from '../../../shared/scenario/schema-walk.ts';
import { ownersOf } from '../../../shared/simulation/card-proof.ts';
import { guardedOf } from '../../../shared/simulation/guarded.ts';
import { caseFiles, playthroughsOf } from '../../support/case-files.ts';

/** One of these lists must be earned completely. An empty list: trainers only. */
export type Owners = readonly (readonly string[])[];
export interface Canary {
  /** Its carrier: `text items.ledger.title`, `id item ledger`, `drawing item-ledger`. */
  where: string;
  owners: Owners;
}

export interface PlantedCase {
  id: string;
  /** Paths as in a folder of cases: `jurisdictions/…`, and all other files in the case's own folder. */
  files: Record<string, string>;
  compiled: CompiledScenario;
  translations: ParsedCase['translations'];
  canaries: ReadonlyMap<string, Canary>;
  playthroughs: { name: string; text: string }[];
}

export const CANARY = /qz[0-9a-z]{4}zq|[0-9a-f]{64}/g;

type Tree = { [key: string]: Tree } | Tree[] | string | number | boolean | null;

/** Texts for every person in the class, and for everyone who only sees the join page. */
const IN_THE_OPEN = /^(title$|content-card\.)/;

export function plantCase(id: string): PlantedCase {
  const original = caseFiles(id);
  const own = Object.keys(original).filter((name) => !name.startsWith('jurisdictions/'));
  const raw = merged(original, own);
  const before = parseCase(original);
  if (!before.compiled) throw new Error(`${id} cannot be played`);
  let number = 0;
  const next = (): string => `qz${(number++).toString(36).padStart(4, '0')}zq`;
  const canaries = new Map<string, Canary>();

  const renamed = new Map<string, string>();
  const taken = wordsThatStay(before.compiled);
  for (const [word, facts] of guardedOf(before.compiled).byId) {
    if (taken.has(word) || word.includes('.') || guardedOf(before.compiled).open.has(word)) continue;
    const token = next();
    renamed.set(word, `${word}-${token}`);
    canaries.set(token, { where: `id ${facts.join(' ')}`, owners: facts.map((fact) => [withNewIds(fact, renamed)]) });
  }
  // Facts may name things that got their new id later.
  for (const canary of canaries.values())
    canary.owners = canary.owners.map((facts) => facts.map((fact) => withNewIds(fact, renamed)));

  const planted = rename(raw, renamed);
  const texts = textsOf(Scenario, before.compiled.scenario);
  const byPath = new Map<string, string>();
  for (const { path } of texts) {
    const at = path.map((step) => renamed.get(String(step)) ?? String(step));
    const token = next();
    if (append(planted, at, token)) byPath.set(at.join('.'), token);
  }
  const files: Record<string, string> = { 'scenario.yaml': stringify(planted, { lineWidth: 0 }) };
  for (const name of own.filter((one) => /^[a-z]{2,3}\.yaml$/.test(one))) {
    const translation = rename(parse(original[name] ?? '') as Tree, renamed);
    for (const [path, token] of byPath) append(translation, path.split('.'), token);
    files[name] = stringify(translation, { lineWidth: 0 });
  }
  for (const [name, text] of Object.entries(original)) if (name.startsWith('jurisdictions/')) files[name] = text;
  plantDrawings(id, files, next);

  const { compiled, translations, diagnostics } = parseCase(files);
  if (!compiled) throw new Error(`the planted ${id} cannot be played: ${JSON.stringify(diagnostics.slice(0, 5))}`);
  for (const { path, text } of textsOf(Scenario, compiled.scenario)) {
    const token = text.match(CANARY)?.at(-1);
    const where = path.join('.');
    if (token !== undefined && byPath.get(where) === token)
      canaries.set(token, { where: `text ${where}`, owners: ownersOfText(compiled, where, text) });
  }
  ownDrawings(compiled, files, canaries);
  const playthroughs = playthroughsOf(id).map(({ path, text }) => ({
    name: path,
    text: stringify(withNewPeople(rename(parse(text) as Tree, renamed), renamed), { lineWidth: 0 }),
  }));
  return { id, files, compiled, translations, canaries, playthroughs };
}

/** The case in one file. */
function merged(files: Record<string, string>, own: readonly string[]): Tree {
  const { include: _parts, ...main } = parse(files['scenario.yaml'] ?? '') as Record<string, Tree>;
  for (const name of own) {
    if (name === 'scenario.yaml' || /^[a-z]{2,3}\.yaml$/.test(name)) continue;
    deepMerge(main, parse(files[name] ?? '') as Record<string, Tree>);
  }
  return main;
}

function deepMerge(into: Record<string, Tree>, more: Record<string, Tree>): void {
  for (const [key, value] of Object.entries(more)) {
    const there = into[key];
    if (isMapping(there) && isMapping(value)) deepMerge(there, value);
    else into[key] = value;
  }
}

const isMapping = (value: Tree | undefined): value is Record<string, Tree> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words of the language, of the law pack, and names of drawings: an id with such a name keeps it. */
function wordsThatStay({ law, scenario }: CompiledScenario): Set<string> {
  const words = new Set<string>();
  const schemas = ['scenario', 'jurisdiction'].map(
    (name) => JSON.parse(readFileSync(join('scenarios', `${name}.schema.json`), 'utf8')) as Tree,
  );
  const take = (value: Tree): void => {
    if (typeof value === 'string') words.add(value);
    else if (Array.isArray(value)) for (const one of value) take(one);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        words.add(key);
        take(inner);
      }
  };
  for (const schema of schemas) take(schema);
  take(JSON.parse(JSON.stringify(law)) as Tree);
  for (const section of [scenario.items, scenario.people, scenario.places])
    for (const { art } of Object.values(section)) if (art !== undefined) words.add(art);
  for (const record of [scenario.roles, scenario.helpers, scenario['spoken-languages'], scenario.statecharts])
    for (const id of Object.keys(record)) words.add(id);
  return words;
}

/** Renames ids inside addresses too (`script.topic.question`, `item:ledger`); running text stays the same. */
function withNewIds(word: string, renamed: ReadonlyMap<string, string>): string {
  if (word.includes(' ')) return word;
  return word
    .split(/([.:/])/)
    .map((token) => renamed.get(token) ?? token)
    .join('');
}

function rename(value: Tree, renamed: ReadonlyMap<string, string>): Tree {
  if (typeof value === 'string') return withNewIds(value, renamed);
  if (Array.isArray(value)) return value.map((one) => rename(one, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [withNewIds(key, renamed), rename(inner, renamed)]),
  );
}

/** The facts of a person in the result of a playthrough, such as `sami asked-alone`, are addresses with spaces. */
function withNewPeople(playthrough: Tree, renamed: ReadonlyMap<string, string>): Tree {
  const told = stepInto(stepInto(playthrough, 'result'), 'victim-eye');
  for (const lines of typeof told === 'object' && told !== null ? Object.values(told) : [])
    if (Array.isArray(lines))
      for (const [index, line] of lines.entries())
        if (typeof line === 'string') lines[index] = line.replace(/^\S+/, (person) => renamed.get(person) ?? person);
  return playthrough;
}

/** Appends the canary to the text at a path. Returns false if there is no text. */
function append(tree: Tree, path: readonly string[], token: string): boolean {
  let holder: Tree | undefined = tree;
  for (const step of path.slice(0, -1)) holder = stepInto(holder, step);
  const last = path.at(-1) ?? '';
  const text = stepInto(holder, last);
  if (typeof text !== 'string' || typeof holder !== 'object' || holder === null) return false;
  (holder as Record<string, Tree>)[last] = `${text.trimEnd()} ${token}`;
  return true;
}

const stepInto = (value: Tree | undefined, step: string): Tree | undefined =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string, Tree>)[step]
    : undefined;

function ownersOfText(compiled: CompiledScenario, path: string, text: string): Owners {
  const owners = ownersOf(compiled, text);
  if (owners) return owners;
  const [section, ...steps] = path.split('.');
  // A person's own words belong to their answer; the oracle has their translation.
  if (section === 'interviews' && steps.at(-1) === 'own') {
    const [script, , topic, , question, , index] = steps;
    return [[`answer:${script}.${topic}.${question}.${index}`]];
  }
  // The title of a public phase is for everyone, once the phase has begun.
  if (section === 'statecharts') {
    const [chart = '', ...inside] = steps;
    const state = inside.filter((_, index) => index % 2 === 1).join('.');
    return compiled.charts[chart]?.states[state]?.public ? [[`phase:${chart}.${state}`]] : [];
  }
  return IN_THE_OPEN.test(path) ? [[]] : [];
}

function plantDrawings(id: string, files: Record<string, string>, next: () => string): void {
  const folder = join('scenarios', id, 'art');
  for (const name of readdirSync(folder)) {
    const drawing = readFileSync(join(folder, name), 'utf8');
    files[`art/${name}`] = drawing.replace(/<\/svg>\s*$/, `<desc>${next()}</desc></svg>\n`);
  }
}

/** A drawing and its hash belong to every reader of a card with that drawing. */
function ownDrawings(
  { scenario }: CompiledScenario,
  files: Record<string, string>,
  canaries: Map<string, Canary>,
): void {
  const owners = new Map<string, string[][]>();
  const own = (art: string | undefined, fact: string[]): void => {
    if (art !== undefined) owners.set(art, [...(owners.get(art) ?? []), fact]);
  };
  for (const [id, { art }] of Object.entries(scenario.items)) own(art, [`item:${id}`]);
  for (const [id, { art }] of Object.entries(scenario.people)) own(art, [`person:${id}`]);
  for (const [id, { art, hidden }] of Object.entries(scenario.places)) own(art, hidden ? [`place:${id}`] : []);
  for (const [name, content] of Object.entries(files)) {
    if (!name.startsWith('art/')) continue;
    const art = name.slice('art/'.length, -'.svg'.length);
    const canary = { where: `drawing ${art}`, owners: owners.get(art) ?? [] };
    canaries.set(createHash('sha256').update(content).digest('hex'), canary);
    const token = content.match(/qz[0-9a-z]{4}zq/)?.[0];
    if (token !== undefined) canaries.set(token, canary);
  }
}
