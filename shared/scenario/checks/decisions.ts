/** Decisions have something to choose, and operations and services are led by desks that may. */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import { placesOfPowers, rolePowers, whyNever } from '../play-facts.ts';
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
  }
  for (const [id, operation] of Object.entries(scenario.operations)) {
    for (const [index, role] of operation.lead.entries())
      mustHave(subject, role, LEADS, `plan and launch \`${id}\``, ['operations', id, 'lead', index]);
  }
  for (const [id, service] of Object.entries(scenario.services)) {
    const role = service['run-by'];
    if (role !== undefined) mustHave(subject, role, ['run-service'], `run \`${id}\``, ['services', id, 'run-by']);
  }
};

const LEADS: readonly Power[] = ['plan-operation', 'launch-operation'];

function mustHave(subject: CaseUnderCheck, role: string, needed: readonly Power[], what: string, path: Path): void {
  if (!subject.law || !subject.known.role.has(role)) return;
  const powers = needed.filter((power) => !rolePowers(subject, role).has(power));
  if (powers.length === 0) return;
  subject.report('DESK_MAY_NOT', path, { role, what, powers }, 'value', placesOfPowers(subject, role));
}
