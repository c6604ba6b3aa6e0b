/**
 * No text names a person or a hidden place to a desk that cannot know it when it may read the text. Only whole names
 * are searched, and only where the reader's knowledge is certain: at the start of the exercise.
 */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import type { Kind } from '../known-ids.ts';
import { rolePowers } from '../play-facts.ts';
import { referencesOf } from '../references.ts';
import { POWER_OF_INTERVIEW } from '../../vocabulary/enums.ts';
import { factsOf } from '../item-facts.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Path } from '../source-map.ts';

const KNOWLEDGE: ReadonlySet<Kind> = new Set<Kind>(['person', 'item', 'place', 'role']);

interface Secret {
  id: string;
  kind: 'person' | 'place';
  name: string;
  pattern: RegExp;
}

export const checkEarlyTexts: Check = (subject) => {
  const { scenario } = subject;
  // Knowledge depends on these; a mistake in one of them has its own diagnostic, and would make everything look too
  // early.
  if (
    referencesOf(scenario).some(
      ({ kinds, id }) =>
        kinds.some((kind) => KNOWLEDGE.has(kind)) && !kinds.some((kind) => subject.known[kind].has(id)),
    )
  )
    return;
  const secrets = secretsOf(scenario);
  const roles = Object.keys(scenario.roles);
  const look = lookingFor(subject, secrets);
  for (const [id, role] of Object.entries(scenario.roles)) {
    look([id], ['roles', id, 'brief'], role.brief);
    for (const [index, step] of role['first-steps'].entries()) look([id], ['roles', id, 'first-steps', index], step);
  }
  for (const [id, place] of Object.entries(scenario.places))
    if (!place.hidden) for (const key of ['name', 'text'] as const) look(roles, ['places', id, key], place[key]);
  for (const [id, { when, title, text, propose, agree, options }] of Object.entries(scenario.decisions)) {
    if (when !== undefined) continue;
    const readers = [...propose, ...agree];
    look(readers, ['decisions', id, 'title'], title);
    look(readers, ['decisions', id, 'text'], text);
    for (const [option, words] of Object.entries(options)) {
      look(readers, ['decisions', id, 'options', option, 'title'], words.title);
      if (words.text !== undefined) look(readers, ['decisions', id, 'options', option, 'text'], words.text);
    }
  }
  checkQuestions(subject, look);
};

type Look = (readers: readonly string[], path: Path, text: string, known?: ReadonlySet<string>) => void;

/**
 * A question without `needs` is offered to every interviewer, so it must not name a person whom none of them can know.
 */
function checkQuestions(subject: CaseUnderCheck, look: Look): void {
  const { scenario } = subject;
  for (const [id, interview] of Object.entries(scenario.interviews)) {
    const power = POWER_OF_INTERVIEW[interview.kind];
    const askers = Object.keys(scenario.roles).filter((role) => rolePowers(subject, role).has(power));
    const heard = new Set([interview.with, ...askers.flatMap((role) => [...knownAtStart(scenario, role)])]);
    for (const [topic, { questions }] of Object.entries(interview.topics)) {
      for (const [question, { needs, says }] of Object.entries(questions)) {
        if (needs !== undefined) continue;
        look(askers.slice(0, 1), ['interviews', id, 'topics', topic, 'questions', question, 'says'], says, heard);
      }
    }
  }
}

function lookingFor({ scenario, report, known: ids }: CaseUnderCheck, secrets: readonly Secret[]): Look {
  const atStart = new Map(Object.keys(scenario.roles).map((role) => [role, knownAtStart(scenario, role)]));
  return (readers, path, text, heard) => {
    for (const { id, kind, name, pattern } of secrets) {
      if (!pattern.test(text)) continue;
      const role = readers.find((each) => ids.role.has(each) && !(heard ?? atStart.get(each))?.has(id));
      if (role !== undefined) report('TEXT_TELLS_TOO_EARLY', path, { role, kind, id, name }, { words: name });
    }
  };
}

function secretsOf(scenario: Scenario): Secret[] {
  const people = Object.entries(scenario.people).map(([id, { name }]) => ({ id, kind: 'person' as const, name }));
  // "The home" may mean any home; a name contains a capital letter or a number.
  const places = Object.entries(scenario.places)
    .filter(([, { hidden, name }]) => hidden && /\s.*[\p{Lu}\d]/u.test(name))
    .map(([id, { name }]) => ({ id, kind: 'place' as const, name }));
  return [...people, ...places].map((each) => ({ ...each, pattern: wholeWords(each.name) }));
}

const wholeWords = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u');

/** The people and places that a desk knows by name from the start. */
function knownAtStart(scenario: Scenario, role: string): ReadonlySet<string> {
  const { knows = [], people = [] } = scenario.roles[role] ?? {};
  const items = knows.map((id) => scenario.items[id]);
  const places = Object.entries(scenario.places).filter(([, { 'known-to': knownTo }]) => knownTo.includes(role));
  return new Set([
    ...people,
    ...items.flatMap((item) => (item ? [...factsOf(item).names, ...factsOf(item).shows] : [])),
    ...places.map(([id]) => id),
  ]);
}
