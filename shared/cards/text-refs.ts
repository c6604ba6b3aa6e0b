/** The references to words of people in a world. A viewer with that world may read these words and no others. */
import type { TextRef } from '../exercise/ids.ts';
import type { World } from '../exercise/world.ts';

export function textRefsOf(world: World): Set<TextRef> {
  const refs = new Set<TextRef>();
  const add = (...found: (TextRef | undefined)[]) => {
    for (const ref of found) if (ref !== undefined) refs.add(ref);
  };
  add(
    world.pauseReason,
    ...world.links.map((link) => link.label),
    ...world.shares.map((share) => share.text),
    ...world.notes.map((note) => note.text),
  );
  for (const request of Object.values(world.requests))
    add(request.text, ...request.answers.map((answer) => answer.text));
  for (const person of Object.values(world.people)) add(person.statusReason, person.risk?.text);
  for (const interview of Object.values(world.interviews)) add(interview.text);
  for (const conference of Object.values(world.conferences))
    add(...conference.agenda, ...conference.statements.map(({ text }) => text));
  for (const referral of Object.values(world.referrals)) add(referral.feedback);
  for (const action of Object.values(world.actions)) add(action.text, ...action.dissent.map(({ text }) => text));
  for (const decision of Object.values(world.decisions))
    add(decision.proposal?.reason, ...decision.dissent.map(({ text }) => text));
  for (const entry of Object.values(world.decisionLog)) add(entry.text, entry.reason, entry.rejected);
  for (const operation of Object.values(world.operations))
    add(...Object.values(operation.sections).map(({ text }) => text));
  for (const charge of Object.values(world.charges)) add(charge.reason);
  for (const refused of Object.values(world.noCharge)) add(refused.reason);
  for (const message of Object.values(world.messages)) add(message.text);
  return refs;
}
