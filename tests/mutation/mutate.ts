/** Mutates a case many times, one wound each time, and judges every mutation. */
import { readdirSync, readFileSync } from 'node:fs';
import { compileScenario } from '../../shared/scenario/compile-scenario.ts';
import { isArtFile } from '../../shared/scenario/checks/art.ts';
import { knownIds } from '../../shared/scenario/known-ids.ts';
import { type CheckedCase, checkCase } from '../../shared/scenario/parse-case.ts';
import { type ParsedYaml, parseYaml, type ParseYaml } from '../../shared/scenario/parse-yaml.ts';
import { caseFiles, playthroughsOf } from '../support/case-files.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Healthy, judge, type Judgement } from './judge.ts';
import { marksOf } from './proofs.ts';
import { type Target, targetOf } from './target.ts';
import type { Ids, Wound } from './wound.ts';
import { WOUNDS_OF_SENSE, WOUNDS_OF_TRANSLATION } from './wounds-of-sense.ts';
import { WOUNDS_OF_TEXT } from './wounds-of-text.ts';

/** Unchanged files are parsed once; only the wounded one is parsed each time. */
function rememberingParse(healthy: Readonly<Record<string, string>>): ParseYaml {
  const known = new Map<string, ParsedYaml>();
  return (file, text) => {
    if (healthy[file] !== text) return parseYaml(file, text);
    const parsed = known.get(file) ?? parseYaml(file, text);
    known.set(file, parsed);
    return parsed;
  };
}

export function healthyCase(id: string): Healthy {
  const files = { ...ownLaw(caseFiles(id)), ...artOf(id) };
  const parse = rememberingParse(files);
  const checked = checkCase(files, 'healthy', parse);
  const targets = Object.fromEntries(
    Object.entries(files).flatMap(([file, text]) => (file.endsWith('.yaml') ? [[file, targetOf(file, text)]] : [])),
  );
  const playthroughs = playthroughsOf(id);
  const marks =
    checked.scenario && checked.law
      ? playthroughs.map((each) => marksOf(compileScenario(checked.scenario!, checked.law!, 'healthy'), each))
      : [];
  return { files, targets, checked, parse, proofs: { playthroughs, marks } };
}

/** Only the law pack of this case, in the languages of the case; nothing else is read. */
function ownLaw(files: Record<string, string>): Record<string, string> {
  const main = files['scenario.yaml'] ?? '';
  const id = /^jurisdiction: *([a-z-]+)/m.exec(main)?.[1] ?? '';
  const languages = /^languages: *\[(.*)\]/m.exec(main)?.[1]?.split(/, */) ?? [];
  const own = ['', ...languages.map((language) => `.${language}`)].map((end) => `jurisdictions/${id}${end}.yaml`);
  return Object.fromEntries(
    Object.entries(files).filter(([name]) => !name.startsWith('jurisdictions/') || own.includes(name)),
  );
}

function artOf(id: string): Record<string, string> {
  const folder = `scenarios/${id}/art`;
  const names = readdirSync(`scenarios/${id}`).includes('art') ? readdirSync(folder) : [];
  return Object.fromEntries(
    names
      .filter((name) => isArtFile(`art/${name}`))
      .map((name) => [`art/${name}`, readFileSync(`${folder}/${name}`, 'utf8')]),
  );
}

/** Percentage of wounds per kind of file; a case has far more content than its law or a translation. */
const SHARES: readonly [Target['role'], number][] = [
  ['case', 78],
  ['law', 8],
  ['translation', 14],
];

function pickTarget(targets: readonly Target[], chance: Chance): Target | undefined {
  const there = SHARES.filter(([role]) => targets.some((target) => target.role === role));
  let left = chance.upTo(there.reduce((sum, [, share]) => sum + share, 0));
  const [role] = there.find(([, share]) => (left -= share) < 0) ?? there[0] ?? [];
  const own = targets.filter((target) => target.role === role);
  // The longer a file, the more wounds it gets.
  let at = chance.upTo(own.reduce((sum, { text }) => sum + text.length, 0));
  return own.find(({ text }) => (at -= text.length) < 0);
}

export function woundOf(targets: readonly Target[], ids: Ids, chance: Chance): Wound {
  for (;;) {
    const target = pickTarget(targets, chance);
    if (!target) throw new Error('there is nothing to wound');
    const inflict = chance.oneOf(
      target.role === 'translation'
        ? [...WOUNDS_OF_TEXT, ...WOUNDS_OF_TRANSLATION, ...WOUNDS_OF_TRANSLATION, ...WOUNDS_OF_TRANSLATION]
        : [...WOUNDS_OF_TEXT, ...WOUNDS_OF_SENSE],
    );
    const wound = inflict?.(target, chance, ids);
    if (wound && wound.text !== target.text) return wound;
  }
}

function idsOf({ scenario, law }: CheckedCase): Ids {
  const kinds = new Map<string, string[]>();
  const known = scenario ? Object.entries(knownIds(scenario, law)) : [];
  for (const [kind, list] of known) for (const id of list) kinds.set(id, [...(kinds.get(id) ?? []), kind]);
  return { kindsOf: (id) => kinds.get(id) ?? [], all: [...kinds.keys()].filter((id) => !id.includes('.')) };
}

export function mutate(healthy: Healthy, count: number, seed: number): Judgement[] {
  const chance = chanceOf(seed);
  const ids = idsOf(healthy.checked);
  const targets = Object.values(healthy.targets);
  return Array.from({ length: count }, () => judge(woundOf(targets, ids, chance), healthy));
}
