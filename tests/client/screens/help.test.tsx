/** What a desk reads about the help for a person: only what has happened, and only where help is due. */
import { cleanup, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { PersonLine } from '../../../client/ui/trainee/people/person-line.tsx';
import { ReferralSection } from '../../../client/ui/trainee/people/referral-section.tsx';
import { RiskSection } from '../../../client/ui/trainee/people/risk-section.tsx';
import { isTakenForChild, knownPeople } from '../../../client/state/selectors.ts';
import { translate } from '../../../client/i18n/index.ts';
import { desk, mayKnow } from '../../../shared/access/audience.ts';
import { cardFor } from '../../../shared/cards/may-read.ts';
import type { PlayedClass } from '../../support/a-class.ts';
import { onSite } from '../../support/a-debrief.ts';
import { aWholePlay, classAfter, playNamesOf } from '../../support/a-play.ts';
import { atDesk } from './support/fake-seat.tsx';

const CASES = ['trial-match', 'silver-nets'];
const MOMENTS = [0.1, 0.3, 0.5, 0.7, 0.9, 1];

/** What a person's line says of the help, for screen readers; undefined without a track. */
function trackOf(play: PlayedClass, role: string, person: string): string | undefined {
  atDesk(play, role, <PersonLine person={person} />);
  const said = screen.queryByRole('img', { name: /of 9$|^No step/ })?.getAttribute('aria-label') ?? undefined;
  cleanup();
  return said;
}

/** The stages that events of this person's help name, as far as the desk knows these events. */
function happened(play: PlayedClass, role: string, person: string): Set<string> {
  const known = play.log.filter((event) => mayKnow(desk(role), event)) as { type: string; [field: string]: unknown }[];
  const own = known.filter((event) => event['person'] === person);
  const referrals = new Set(own.map(({ referral }) => referral).filter((id) => typeof id === 'string'));
  const states = known
    .filter(({ referral }) => typeof referral === 'string' && referrals.has(referral))
    .map(({ state }) => state);
  const screened = own.some(({ type }) => type === 'screened') ? ['screened'] : [];
  return new Set([...screened, ...states].filter((state) => typeof state === 'string'));
}

describe.each(CASES.flatMap((id) => playNamesOf(id).map((name) => [id, name] as const)))('in %s, %s', (id, name) => {
  const { play } = aWholePlay(id, name);
  const desks = Object.values(play.world.seats).map(({ role }) => role);

  it.each(MOMENTS)('every desk reads a stage of help only once it is reached, at %f of the play', (part) => {
    const then = classAfter(play.compiled, play.log.slice(0, Math.ceil(play.log.length * part)));
    const wrong: string[] = [];
    for (const role of desks)
      for (const person of knownPeople(then.view(desk(role)), role)) {
        const said = trackOf(then, role, person);
        const reached = [...happened(then, role, person)].map((stage) =>
          translate('common', `referralState.${stage}` as 'referralState.screened'),
        );
        const status = then.view(desk(role)).people[person]?.status ?? '';
        const due = status.includes('victim') && status !== 'not-a-victim';
        const right = said === undefined || said === 'No step taken yet' || reached.includes(said.split(',')[0] ?? '');
        if (!right || (said !== undefined && !due && reached.length === 0))
          wrong.push(`${role} of ${person} (${status}): ${said}`);
      }
    expect(wrong).toEqual([]);
  });

  it('offers to notify a guardian at every moment at which a desk of the play did so', () => {
    const missed = play.log.flatMap((event, index) => {
      if (event.type !== 'guardian-notified' || !('by' in event)) return [];
      const { by: role, person } = event as { by: string; person: string };
      const world = classAfter(play.compiled, play.log.slice(0, index)).view(desk(role));
      const source = { compiled: play.compiled, translations: {} };
      const card = cardFor(source, world, desk(role), 'en', `person:${person}` as const);
      return isTakenForChild(world, person, card?.facts) ? [] : [`${role}: ${person}`];
    });
    expect(missed).toEqual([]);
  });
});

it('names the last stage in words at the end of a play', () => {
  const { play } = aWholePlay('trial-match', 'exemplary');
  expect(trackOf(play, 'child-protection', 'nyota')).toMatch(/^received, step 7 of 9$|^feedback given, step 8 of 9$/);
});

it('a man who was never spoken to has no track, no guardian to notify, and needs that are not owed', async () => {
  const play = onSite();
  atDesk(
    play,
    'child-protection',
    <>
      <RiskSection person="juma" />
      <ReferralSection person="juma" here />
    </>,
  );
  await screen.findByText(/^This person is not presumed to be a victim/);
  expect(screen.queryByRole('button', { name: 'Notify a guardian' })).toBeNull();
  expect(screen.queryByText('not notified')).toBeNull();
  expect(screen.getByRole('button', { name: 'Assess needs' }).className).toContain('quiet');
  cleanup();
  expect(trackOf(play, 'child-protection', 'juma')).toBeUndefined();
});
