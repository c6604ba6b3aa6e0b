/** Measures of evidence: what was secured, how, and whether more than one source supports the case. */
import type { CustodyEntry } from '../../exercise/world.ts';
import { backingOf, isBacked, isVictimOnly } from '../investigation.ts';
import { eventsOf, type Played } from '../played.ts';
import { type Instance, type Measures, measuresOf } from './measure.ts';

const { share, count } = measuresOf('evidence-and-money');

export const evidenceAndMoney: Measures = (played) => {
  const { items } = played.compiled.scenario;
  const taken = eventsOf(played, 'item-taken');
  const backing = backingOf(played);
  const browsed = eventsOf(played, 'item-handled').filter(
    ({ item, how }) => how === 'browse' && items[item]?.kind === 'digital',
  );
  const lost = eventsOf(played, 'item-perished').filter(
    ({ item }) => !taken.some((event) => event.item === item) && items[item]?.tags.includes('evidence'),
  );
  return [
    share(
      'taken-with-authority',
      taken.map(({ item, basis, seq }): Instance => ({ good: items[item]?.take?.bases.includes(basis) ?? true, seq })),
    ),
    count(
      'exhibits-taken',
      taken.map(({ seq }) => seq),
    ),
    share(
      'custody-complete',
      taken.map(({ item, seq }) => ({ good: isComplete(played, item), seq })),
    ),
    share(
      'elements-well-backed',
      backing.map((one) => ({ good: isBacked(one) })),
    ),
    share(
      'elements-on-victims-alone',
      backing.filter(({ sources }) => sources.length > 0).map((one) => ({ good: isVictimOnly(played, one) })),
    ),
    count(
      'devices-browsed',
      browsed.map(({ seq }) => seq),
    ),
    count(
      'evidence-lost',
      lost.map(({ seq }) => seq),
    ),
    share('outside-records-obtained', records(played)),
  ];
};

/** True if the item was sealed after it was taken and before it was moved. */
function isComplete(played: Played, item: string): boolean {
  const custody = played.end.world.items[item]?.custody ?? [];
  const first = (what: CustodyEntry['what']): number => custody.findIndex((entry) => entry.what === what);
  const [sealed, away] = [first('seal'), first('handed-over')];
  return sealed >= 0 && (away < 0 || sealed < away) && first('browse') < 0;
}

/** Records that outside bodies hold for this case: requested and received. */
function records(played: Played): Instance[] {
  return eventsOf(played, 'request-made')
    .filter(({ to }) => to in played.compiled.law.bodies)
    .flatMap((made): Instance[] => {
      const answer = eventsOf(played, 'request-answered').find((event) => event.request === made.request);
      return answer ? [{ good: answer.outcome === 'answered', seq: answer.seq }] : [];
    });
}
