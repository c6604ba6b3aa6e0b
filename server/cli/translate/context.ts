/** Context of a text for translators: speaker, listener, manner. */
import type { Scenario } from '../../../shared/scenario/schema/scenario.ts';

type Path = readonly (string | number)[];

/** One line; empty if the text needs no context. */
export function contextOf(scenario: Scenario, path: Path): string {
  const [section, id = '', ...rest] = path.map(String);
  if (section === 'interviews') return ofInterview(scenario, id, rest);
  if (section === 'people' && ['screening', 'consents', 'offers'].includes(rest[0] ?? ''))
    return `${scenario.people[id]?.name ?? id} says`;
  const inject = section === 'injects' ? scenario.injects[id] : undefined;
  return inject && rest[0] === 'text' ? `${inject.channel} from ${inject.from} to ${inject.to.join(', ')}` : '';
}

function ofInterview(scenario: Scenario, id: string, rest: readonly string[]): string {
  const interview = scenario.interviews[id];
  const [, topic = '', , question = '', field] = rest;
  const asked = interview?.topics[topic]?.questions[question];
  const person = scenario.people[interview?.with ?? ''];
  if (!asked || !person) return '';
  const who = `${person.name}, ${person.age.real}`;
  if (field === 'says') return `asked of ${who} (${asked.type})`;
  if (field === 'better') return `a better question to ${who}`;
  return rest.at(-1) === 'manner' ? `how ${who} behaves` : `${who} answers “${asked.says}”`;
}
