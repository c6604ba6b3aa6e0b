/** Commands about people: indicators, screening, status, risk, guardian, moving, custody, consent. */
import type { peopleCommands } from '../../vocabulary/commands/people.ts';
import { role as roleAudience } from '../../access/audience.ts';
import {
  acted,
  type Desk,
  firstRefusal,
  type Handlers,
  isRole,
  needsItem,
  needsPerson,
  needsPresence,
  rejectUnlisted,
  refuse,
} from './desk.ts';
import { knowsService } from './effects.ts';
import { helperIs } from './interview-checks.ts';
import { knowPerson, knowsPlace, learnItem, movePerson } from './knowledge.ts';
import { advanceReferrals } from './referrals.ts';
import { rolesAsking, seeingCustody } from './seen-by.ts';
import type { Stage } from '../stage.ts';
import { ARREST_SAFEGUARDS } from '../standard-steps.ts';

export const peopleHandlers: Handlers<keyof typeof peopleCommands> = {
  'tag-indicator': (stage, desk, { person, indicator, item }) => {
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, person),
      () => (indicator in stage.compiled.law.indicators ? undefined : refuse('unknown-id', { id: indicator })),
      () => (item === undefined ? undefined : needsItem(stage, desk, item)),
    );
    if (refusal) return refusal;
    stage.emit({
      type: 'indicator-tagged',
      audience: roleAudience(desk.role),
      ...acted(desk),
      person,
      indicator,
      item,
    });
    return undefined;
  },
  'untag-indicator': (stage, desk, { person, indicator }) => {
    const refusal = needsPerson(stage, desk, person);
    if (refusal) return refusal;
    stage.emit({ type: 'indicator-untagged', audience: roleAudience(desk.role), ...acted(desk), person, indicator });
    return undefined;
  },
  screen: (stage, desk, command) => {
    const { person, outcome, child, interpreter } = command;
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, person),
      () => needsPresence(stage, desk, person),
      () => (helperIs(stage, desk, interpreter, 'interpreter') ? undefined : refuse('unknown-id')),
    );
    const place = stage.world.people[person]?.place;
    if (refusal || place === undefined) return refusal;
    const alone = command.with === 'alone';
    const audience = roleAudience(desk.role);
    stage.emit({
      type: 'screened',
      audience,
      ...acted(desk),
      person,
      place,
      alone,
      with: command.with,
      outcome,
      child,
      interpreter,
    });
    if (!alone) return undefined;
    knowPerson(stage, desk.role, person, true);
    for (const item of stage.compiled.scenario.people[person]?.screening?.yields ?? [])
      learnItem(stage, desk.role, item, 'screening', desk.role);
    return undefined;
  },
  'set-status': (stage, desk, { person, status, text }) => {
    const refusal = needsPerson(stage, desk, person);
    if (refusal) return refusal;
    stage.emit({ type: 'status-set', audience: roleAudience(desk.role), ...acted(desk), person, status, text });
    return undefined;
  },
  'assess-risk': (stage, desk, { person, level, family, text }) => {
    const refusal = needsPerson(stage, desk, person);
    if (refusal) return refusal;
    stage.emit({
      type: 'risk-assessed',
      audience: roleAudience(desk.role),
      ...acted(desk),
      person,
      level,
      family,
      text,
    });
    return undefined;
  },
  'notify-guardian': (stage, desk, { person }) => {
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, person),
      () => (stage.world.people[person]?.guardianNotified === undefined ? undefined : refuse('already-done')),
    );
    if (refusal) return refusal;
    stage.emit({
      type: 'guardian-notified',
      audience: rolesAsking(stage, desk, person, 'notify-guardian'),
      ...acted(desk),
      person,
    });
    return undefined;
  },
  'contact-family': (stage, desk, { person }) => {
    const refusal = needsPerson(stage, desk, person);
    if (refusal) return refusal;
    stage.emit({ type: 'family-contacted', audience: roleAudience(desk.role), ...acted(desk), person });
    return undefined;
  },
  'move-person': (stage, desk, { person, place }) => {
    const from = stage.world.people[person]?.place;
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, person),
      () => needsPresence(stage, desk, person),
      () => (knowsPlace(stage, desk.role, place) ? undefined : refuse('unknown-id', { id: place })),
      () => (from === place ? refuse('already-here') : undefined),
    );
    if (refusal) return refusal;
    const custody = stage.compiled.scenario.places[place]?.custody ?? false;
    const held = stage.world.people[person]?.custody;
    movePerson(stage, person, place, desk.role);
    const audience = roleAudience(desk.role);
    if (custody && held === undefined)
      stage.emit({ type: 'detained', audience, ...acted(desk), person, place, basis: 'none' });
    if (!custody && held === 'detained') stage.emit({ type: 'released', audience, ...acted(desk), person });
    return undefined;
  },
  arrest: (stage, desk, { person, place, basis, safeguards }) => {
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, person),
      () => needsPresence(stage, desk, person),
      () =>
        knowsPlace(stage, desk.role, place) && stage.compiled.scenario.places[place]?.custody
          ? undefined
          : refuse('bad-value', { id: place }),
      () => (stage.world.people[person]?.custody === 'arrested' ? refuse('already-done') : undefined),
      () => rejectUnlisted(ARREST_SAFEGUARDS, safeguards),
    );
    if (refusal) return refusal;
    stage.emit({
      type: 'arrested',
      // The event names the destination, so it goes only to desks that have the place on their map.
      audience: seeingCustody(stage, desk, person, place),
      ...acted(desk),
      person,
      place,
      basis,
      safeguards,
    });
    movePerson(stage, person, place, desk.role);
    return undefined;
  },
  release: (stage, desk, { person }) => {
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, person),
      () => (stage.world.people[person]?.custody === undefined ? refuse('wrong-state') : undefined),
    );
    if (refusal) return refusal;
    stage.emit({ type: 'released', audience: seeingCustody(stage, desk, person), ...acted(desk), person });
    return undefined;
  },
  'ask-consent': (stage, desk, { person, kind, explained, to, until, interpreter }) => {
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, person),
      () => needsPresence(stage, desk, person),
      () =>
        to.every(
          (receiver) =>
            isRole(stage, receiver) ||
            receiver in stage.compiled.law.bodies ||
            knowsService(stage, desk.role, receiver),
        )
          ? undefined
          : refuse('bad-value'),
      () => (helperIs(stage, desk, interpreter, 'interpreter') ? undefined : refuse('unknown-id')),
      () => (until !== undefined && until <= stage.at ? refuse('bad-value') : undefined),
    );
    if (refusal) return refusal;
    const consent = stage.drawnId(desk.role, 'consent', stage.world.consents);
    stage.emit({
      type: 'consent-asked',
      audience: roleAudience(desk.role),
      ...acted(desk),
      consent,
      person,
      kind,
      explained,
      to,
      until,
      interpreter,
    });
    answerConsent(stage, desk, consent);
    return undefined;
  },
};

/** The person answers as authored; a person who got no explanation does not consent. */
function answerConsent(stage: Stage, desk: Desk, id: string): void {
  const consent = stage.world.consents[id];
  if (!consent) return;
  const { person, kind, to, until, explained } = consent;
  const authored = stage.compiled.scenario.people[person]?.consents[kind] ?? [];
  const answer = authored.findIndex((one) => one.when === undefined || stage.holds(one.when));
  const given = answer >= 0 ? authored[answer]?.answer === 'given' : explained;
  const audience = roleAudience(desk.role, ...to.filter((receiver) => isRole(stage, receiver)));
  if (!given) {
    stage.emit({
      type: 'consent-refused',
      audience: roleAudience(desk.role),
      by: 'story',
      consent: id,
      person,
      kind,
      answer,
    });
    return;
  }
  // A receiver named in the consent learns of the person with it.
  for (const receiver of to) if (isRole(stage, receiver)) knowPerson(stage, receiver, person, false);
  stage.emit({ type: 'consent-given', audience, by: desk.role, consent: id, person, kind, to, until, answer });
  if (until !== undefined) stage.setTimer(`consent:${id}`, until, { do: 'consent-end', consent: id });
  if (kind === 'service') advanceReferrals(stage, desk, id);
}
