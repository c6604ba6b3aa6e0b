/** All plain references of a case: ids of things defined elsewhere. (`visit.ts` finds conditions and effects.) */
import type { Where } from './case-under-check.ts';
import type { Kind } from './known-ids.ts';
import type { Scenario } from './schema/scenario.ts';
import type { Path } from './source-map.ts';

export interface Reference {
  kinds: readonly Kind[];
  id: string;
  path: Path;
  where: Where;
}

/** What a desk can know of, to be told of something else. */
const KNOWN_WITH: readonly Kind[] = ['item', 'person', 'inject'];

type Steps = (string | number)[];

export function referencesOf(scenario: Scenario): Reference[] {
  const found: Reference[] = [];
  const one = (path: Steps, kind: Kind | readonly Kind[], id: string | undefined) => {
    if (id !== undefined) found.push({ kinds: typeof kind === 'string' ? [kind] : kind, id, path, where: 'value' });
  };
  const many = (path: Steps, kind: Kind | readonly Kind[], ids: readonly string[] | undefined) => {
    for (const [index, id] of (ids ?? []).entries()) one([...path, index], kind, id);
  };
  const keys = (path: Steps, kind: Kind, record: object | undefined) => {
    for (const id of Object.keys(record ?? {})) found.push({ kinds: [kind], id, path: [...path, id], where: 'key' });
  };
  for (const part of [desks, itemsOf, persons, talks, outside, story, judging]) part(scenario, { one, many, keys });
  return found;
}

interface Collect {
  one: (path: Steps, kind: Kind | readonly Kind[], id: string | undefined) => void;
  many: (path: Steps, kind: Kind | readonly Kind[], ids: readonly string[] | undefined) => void;
  keys: (path: Steps, kind: Kind, record: object | undefined) => void;
}

function desks(scenario: Scenario, { one, many, keys }: Collect): void {
  for (const [id, role] of Object.entries(scenario.roles)) {
    one(['roles', id, 'desk'], 'agency', role.desk);
    one(['roles', id, 'at'], 'place', role.at);
    many(['roles', id, 'knows'], 'item', role.knows);
    many(['roles', id, 'people'], 'person', role.people);
  }
  for (const [id, place] of Object.entries(scenario.places)) {
    keys(['places', id, 'near'], 'place', place.near);
    many(['places', id, 'known-to'], 'role', place['known-to']);
  }
}

function itemsOf(scenario: Scenario, { one, many, keys }: Collect): void {
  for (const [id, item] of Object.entries(scenario.items)) {
    const at = ['items', id];
    one([...at, 'found', 'at'], 'place', item.found?.at);
    many([...at, 'found', 'by'], 'role', item.found?.by);
    many([...at, 'analysis', 'yields'], 'item', item.analysis?.yields);
    keys([...at, 'supports'], 'person', item.supports);
    const tellers = Object.entries(item.parts ?? {}).map(([part, told]) => ({ path: [...at, 'parts', part], told }));
    for (const { path, told } of [{ path: at, told: item }, ...tellers]) {
      one([...path, 'source'], 'person', told.source);
      many([...path, 'about'], 'person', told.about);
      many([...path, 'names'], 'person', told.names);
      many([...path, 'shows'], 'place', told.shows);
    }
    many([...at, 'indicates'], 'indicator', item.indicates);
    many([...at, 'needed-by'], 'role', item['needed-by']);
    keys([...at, 'needed-parts'], 'role', item['needed-parts']);
  }
}

function persons(scenario: Scenario, { one, many }: Collect): void {
  for (const [id, person] of Object.entries(scenario.people)) {
    const at = ['people', id];
    one([...at, 'language'], 'spoken-language', person.language);
    one([...at, 'at'], 'place', person.at);
    many([...at, 'indicators'], 'indicator', person.indicators);
    many([...at, 'screening', 'yields'], 'item', person.screening?.yields);
    for (const [index, offer] of person.offers.entries())
      one([...at, 'offers', index, 'service'], 'service', offer.service);
  }
  for (const [id, helper] of Object.entries(scenario.helpers)) {
    many(['helpers', id, 'languages'], 'spoken-language', helper.languages);
    many(['helpers', id, 'known-with'], KNOWN_WITH, helper['known-with']);
  }
}

function talks(scenario: Scenario, { one, many }: Collect): void {
  for (const [id, interview] of Object.entries(scenario.interviews)) {
    one(['interviews', id, 'with'], 'person', interview.with);
    many(['interviews', id, 'best-place'], 'place', interview['best-place']);
    for (const [topic, { questions }] of Object.entries(interview.topics)) {
      for (const [question, { answers }] of Object.entries(questions)) {
        for (const [index, answer] of answers.entries()) {
          many(
            ['interviews', id, 'topics', topic, 'questions', question, 'answers', index, 'tells'],
            'item',
            answer.tells,
          );
        }
      }
    }
  }
}

function outside(scenario: Scenario, { one, many }: Collect): void {
  for (const [id, service] of Object.entries(scenario.services)) {
    one(['services', id, 'at'], 'place', service.at);
    one(['services', id, 'run-by'], 'role', service['run-by']);
    many(['services', id, 'languages'], 'spoken-language', service.languages);
    many(['services', id, 'known-to'], 'role', service['known-to']);
  }
  for (const [id, holding] of Object.entries(scenario.holdings)) {
    one(['holdings', id, 'body'], 'body', holding.body);
    one(['holdings', id, 'kind'], 'request-kind', holding.kind);
    one(['holdings', id, 'item'], 'item', holding.item);
    one(['holdings', id, 'person'], 'person', holding.person);
    one(['holdings', id, 'place'], 'place', holding.place);
    many(['holdings', id, 'yields'], 'item', holding.yields);
  }
}

function story(scenario: Scenario, { one, many }: Collect): void {
  for (const [id, inject] of Object.entries(scenario.injects)) {
    for (const [index, to] of inject.to.entries()) if (to !== 'everyone') one(['injects', id, 'to', index], 'role', to);
    many(['injects', id, 'gives'], 'item', inject.gives);
    many(['injects', id, 'expects', 'who'], 'role', inject.expects?.who);
  }
  for (const [id, decision] of Object.entries(scenario.decisions)) {
    many(['decisions', id, 'propose'], 'role', decision.propose);
    many(['decisions', id, 'agree'], 'role', decision.agree);
    many(['decisions', id, 'known-with'], KNOWN_WITH, decision['known-with']);
  }
  for (const [id, operation] of Object.entries(scenario.operations)) {
    one(['operations', id, 'at'], 'place', operation.at);
    many(['operations', id, 'lead'], 'role', operation.lead);
    many(['operations', id, 'known-with'], KNOWN_WITH, operation['known-with']);
    many(['operations', id, 'languages'], 'spoken-language', operation.languages);
    many(['operations', id, 'sections'], 'plan-section', operation.sections);
    many(['operations', id, 'need-to-know'], 'role', operation['need-to-know']);
  }
}

function judging(scenario: Scenario, { one, many, keys }: Collect): void {
  keys(['charges'], 'person', scenario.charges);
  for (const [id, charge] of Object.entries(scenario.charges))
    many(['charges', id, 'acceptable'], 'offence', charge.acceptable);
  for (const [id, task] of Object.entries(scenario.rubric)) {
    many(['rubric', id, 'desks'], 'role', task.desks);
    one(['rubric', id, 'sop'], 'sop-element', task.sop);
  }
  for (const [id, line] of Object.entries(scenario['red-lines'])) many(['red-lines', id, 'desks'], 'role', line.desks);
  for (const [id, line] of Object.entries(scenario.debrief['victim-eye']))
    one(['debrief', 'victim-eye', id, 'person'], 'person', line.person);
}
