/** A law pack names its own agencies, bodies and events correctly. */
import type { Report } from '../case-under-check.ts';
import { EVENT_TYPES, isEventType } from '../../vocabulary/events.ts';
import { nearest } from '../nearest.ts';
import type { Jurisdiction } from '../schema/jurisdiction.ts';
import type { Path } from '../source-map.ts';

export type LawCheck = (law: Jurisdiction, report: Report) => void;

export const checkLawReferences: LawCheck = (law, report) => {
  const agencies = Object.keys(law.agencies);
  const bodies = Object.keys(law.bodies);
  const mustBe = (kind: string, known: readonly string[], ids: readonly string[], path: Path) => {
    for (const [index, id] of ids.entries()) {
      if (!known.includes(id))
        report('UNKNOWN_ID', [...path, index], { kind, id, meant: nearest(id, known), known: [...known] });
    }
  };
  const mustHappen = (event: string, path: Path) => {
    if (!isEventType(event)) report('UNKNOWN_EVENT', path, { event, meant: nearest(event, EVENT_TYPES) });
  };
  for (const [id, duty] of Object.entries(law.duties)) {
    mustBe('agency', agencies, duty.who, ['duties', id, 'who']);
    mustHappen(duty.starts.happened, ['duties', id, 'starts', 'happened']);
    for (const [index, event] of duty.met.entries()) mustHappen(event, ['duties', id, 'met', index]);
  }
  for (const [id, kind] of Object.entries(law.requests)) {
    if (kind.of === 'desk') mustBe('agency', agencies, kind.to, ['requests', id, 'to']);
    else mustBe('outside body', bodies, kind.to, ['requests', id, 'to']);
    mustBe('agency', agencies, kind.from ?? [], ['requests', id, 'from']);
  }
};
