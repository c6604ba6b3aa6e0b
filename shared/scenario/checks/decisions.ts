/** Decisions have something to choose, and operations and services are led by desks that may. */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import { placesOfPowers, rolePowers, whyNever } from '../play-facts.ts';
import { type Condition, insideOf } from '../../vocabulary/conditions.ts';
import type { Power } from '../../vocabulary/enums.ts';
import type { Path } from '../source-map.ts';

export const checkDecisions: Check = (subject) => {
  const { scenario, report } = subject;
  for (const [id, decision] of Object.entries(scenario.decisions)) {
    if (Object.keys(decision.options).length === 0)
      report('DECISION_WITHOUT_OPTIONS', ['decisions', id, 'options'], { decision: id }, 'key');
    const why = decision.when && whyNever(decision.when, subject);
    if (why !== undefined)
      report('CAN_NEVER_BE', ['decisions', id, 'when'], { what: `The opening of \`${id}\``, why }, 'key');
    checkTold(subject, ['decisions', id], decision, [...decision.propose, ...decision.agree]);
  }
  for (const [id, operation] of Object.entries(scenario.operations)) {
    checkTold(subject, ['operations', id], operation, [...operation.lead, ...operation['need-to-know']]);
    for (const [index, role] of operation.lead.entries())
      mustHave(subject, role, LEADS, `plan and launch \`${id}\``, ['operations', id, 'lead', index]);
  }
  for (const [id, service] of Object.entries(scenario.services)) {
    const role = service['run-by'];
    if (role !== undefined) mustHave(subject, role, ['run-service'], `run \`${id}\``, ['services', id, 'run-by']);
  }
};

interface Opening {
  when?: Condition | undefined;
  'known-with'?: readonly string[] | undefined;
}

/** What opens by the knowledge of one desk is not told to another that may know nothing of it. */
function checkTold({ report, known }: CaseUnderCheck, path: Path, opening: Opening, desks: readonly string[]): void {
  if (opening['known-with'] !== undefined || !opening.when) return;
  const knowing = knowersIn(opening.when);
  const others = [...new Set(desks)].filter((role) => known.role.has(role) && !knowing.includes(role));
  const [first] = knowing;
  if (first === undefined || others.length === 0) return;
  report('TOLD_UNASKED', [...path, 'when'], { id: String(path[1]), by: first, others }, 'key');
}

/** The desks whose knowledge a condition asks for. */
function knowersIn(condition: Condition): string[] {
  const inside = insideOf(condition);
  if (inside) return inside.negated ? [] : inside.conditions.flatMap(knowersIn);
  return condition.knows !== undefined && condition.role !== undefined ? [condition.role] : [];
}

const LEADS: readonly Power[] = ['plan-operation', 'launch-operation'];

function mustHave(subject: CaseUnderCheck, role: string, needed: readonly Power[], what: string, path: Path): void {
  if (!subject.law || !subject.known.role.has(role)) return;
  const powers = needed.filter((power) => !rolePowers(subject, role).has(power));
  if (powers.length === 0) return;
  subject.report('DESK_MAY_NOT', path, { role, what, powers }, 'value', placesOfPowers(subject, role));
}
