/** What became of this person: met, held, moved, taken for something else, charged. */
import type { CaseMs } from '../../time.ts';
import { HOUR, MINUTE } from '../../time.ts';
import type { VictimEyeLine } from '../debrief.ts';
import { about, counted, identifiedBy, type Life, minutesIn, missing, seqsOf } from './fact.ts';

/** Shorter times until the first meeting, and on the road, get no line. */
const LONG_UNMET_MS = HOUR;
const LONG_ROAD_MS = 30 * MINUTE;

export const heldFacts = (life: Life): VictimEyeLine[] => [
  ...metFacts(life),
  ...custodyFacts(life),
  ...roadFacts(life),
  ...moveFacts(life),
  ...labelFacts(life),
  ...chargeFacts(life),
];

function metFacts(life: Life): VictimEyeLine[] {
  if (!life.isVictim) return [];
  const met = about(life, 'person-met', 'screened')[0];
  if (!met) return missing(life, 'never-met');
  const after = met.at - life.startedAt;
  return after < LONG_UNMET_MS ? [] : counted(life, 'met-after', [met], { minutes: minutesIn(after) });
}

/** All time in custody, arrested or kept in a place of detention, up to the release or the end. */
function custodyFacts(life: Life): VictimEyeLine[] {
  const changes = about(life, 'arrested', 'detained', 'released');
  let since: CaseMs | undefined;
  let total = 0;
  for (const { at, type } of changes) {
    if (type === 'released') {
      total += since === undefined ? 0 : at - since;
      since = undefined;
    } else since ??= at;
  }
  if (since !== undefined) total += life.played.endedAt - since;
  const first = changes.find(({ type }) => type !== 'released');
  if (!first) return [];
  const line = { person: life.person, line: 'in-custody', params: { minutes: minutesIn(total) } };
  return [{ ...line, at: first.at, evidence: seqsOf(changes) }];
}

/** The longest single way to a service. */
function roadFacts(life: Life): VictimEyeLine[] {
  const arrivals = about(life, 'received');
  const ways = about(life, 'transport-started').map((left) => {
    const arrived = arrivals.find(({ referral, seq }) => referral === left.referral && seq > left.seq);
    return { left, arrived, ms: (arrived?.at ?? life.played.endedAt) - left.at };
  });
  const [longest] = ways.toSorted((a, b) => b.ms - a.ms);
  if (!longest || longest.ms < LONG_ROAD_MS) return [];
  const events = longest.arrived ? [longest.left, longest.arrived] : [longest.left];
  return counted(life, 'on-the-road', events, { minutes: minutesIn(longest.ms) });
}

function moveFacts(life: Life): VictimEyeLine[] {
  const moves = about(life, 'person-moved');
  return moves.length > 1 ? counted(life, 'moved', moves) : [];
}

/** What was written about the person that is not so. */
function labelFacts(life: Life): VictimEyeLine[] {
  const labels = about(life, 'screened', 'status-set').map((event) => ({
    ...event,
    label: event.type === 'screened' ? event.outcome : event.status,
  }));
  const asAdult = about(life, 'screened').filter(({ child }) => !child);
  const isVictim = life.authored.status === 'presumed-victim';
  const as = (label: string) => (isVictim ? labels.filter((event) => event.label === label) : []);
  return [
    ...counted(life, 'held-to-be-suspect', as('suspect')),
    ...counted(life, 'held-to-be-no-victim', as('not-a-victim')),
    ...counted(life, 'held-to-be-adult', life.authored.age.real < 18 ? asAdult : []),
    ...(isVictim && about(life, 'person-met', 'screened').length > 0 && !identifiedBy(life)
      ? missing(life, 'never-identified', labels)
      : []),
  ];
}

const chargeFacts = (life: Life): VictimEyeLine[] => [
  ...counted(life, 'charged', about(life, 'charge-filed')),
  ...counted(life, 'not-charged', about(life, 'no-charge-decided'), {}),
];
