/** Every id in the case must exist. Conditions and effects have their own checks. */
import { type CaseUnderCheck, type Check, unknownId } from '../case-under-check.ts';
import { type Kind, LAW_KINDS } from '../known-ids.ts';
import { type Reference, referencesOf } from '../references.ts';

export const checkReferences: Check = (subject) => {
  for (const reference of referencesOf(subject.scenario)) checkReference(subject, reference);
};

function checkReference({ known, law, report }: CaseUnderCheck, { kinds, id, path, where }: Reference): void {
  if (law === undefined && kinds.some((kind) => (LAW_KINDS as readonly Kind[]).includes(kind))) return;
  if (kinds.some((kind) => known[kind].has(id))) return;
  unknownId(report, known, kinds, id, path, where);
}
