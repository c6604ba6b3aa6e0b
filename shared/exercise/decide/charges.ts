/** Commands of the charging table. */
import type { chargeCommands } from '../../vocabulary/commands/charges.ts';
import { role as roleAudience } from '../../access/audience.ts';
import { acted, type Desk, firstRefusal, type Handlers, needsItem, needsPerson, type Refusal, refuse } from './desk.ts';
import type { Stage } from '../stage.ts';
import type { Charge } from '../world.ts';

/** Logs from before a charge named its desk had only one desk with the table. */
const isOwn = (charge: Charge, desk: Desk) => charge.by === undefined || charge.by === desk.role;

function needsDraft(stage: Stage, desk: Desk, id: string): Refusal {
  const charge = stage.world.charges[id];
  return firstRefusal(
    () => (charge && isOwn(charge, desk) ? undefined : refuse('unknown-id', { id })),
    () => (charge?.state === 'draft' ? undefined : refuse('already-done')),
  );
}

export const chargeHandlers: Handlers<keyof typeof chargeCommands> = {
  'set-charge': (stage, desk, { type: _type, ...table }) => {
    const items = [...table.act, ...table.means, ...table.purposeItems];
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, table.person),
      () => (table.offence in stage.compiled.law.offences ? undefined : refuse('unknown-id', { id: table.offence })),
      () => (table.remedies.every((remedy) => remedy in stage.compiled.law.remedies) ? undefined : refuse('bad-value')),
      () => firstRefusal(...items.map((item) => () => needsItem(stage, desk, item))),
    );
    if (refusal) return refusal;
    const draft = Object.entries(stage.world.charges).find(
      ([, one]) =>
        isOwn(one, desk) && one.person === table.person && one.offence === table.offence && one.state === 'draft',
    );
    const charge = draft?.[0] ?? stage.nextId(desk.role, 'charge', stage.world.charges);
    stage.emit({ type: 'charge-set', audience: roleAudience(desk.role), ...acted(desk), charge, ...table });
    return undefined;
  },
  'drop-charge': (stage, desk, { charge: id }) => {
    const refusal = needsDraft(stage, desk, id);
    const charge = stage.world.charges[id];
    if (refusal || !charge) return refusal;
    stage.emit({
      type: 'charge-dropped',
      audience: roleAudience(desk.role),
      ...acted(desk),
      charge: id,
      person: charge.person,
      offence: charge.offence,
    });
    return undefined;
  },
  'file-charge': (stage, desk, { charge: id }) => {
    const refusal = needsDraft(stage, desk, id);
    const charge = stage.world.charges[id];
    if (refusal || !charge) return refusal;
    const { person, offence, nonPunishment, remedies, child } = charge;
    stage.emit({
      type: 'charge-filed',
      audience: roleAudience(desk.role),
      ...acted(desk),
      charge: id,
      person,
      offence,
      nonPunishment,
      remedies,
      child,
    });
    return undefined;
  },
  'decide-no-charge': (stage, desk, { person, nonPunishment, reason }) => {
    const refusal = needsPerson(stage, desk, person);
    if (refusal) return refusal;
    stage.emit({
      type: 'no-charge-decided',
      audience: roleAudience(desk.role),
      ...acted(desk),
      person,
      nonPunishment,
      reason,
    });
    return undefined;
  },
  'ask-protective-measure': (stage, desk, { person, kind }) => {
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, person),
      () => (kind in stage.compiled.law['protective-measures'] ? undefined : refuse('unknown-id', { id: kind })),
    );
    if (refusal) return refusal;
    stage.emit({ type: 'protective-measure-asked', audience: roleAudience(desk.role), ...acted(desk), person, kind });
    return undefined;
  },
};
