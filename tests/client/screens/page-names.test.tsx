/** One word for one thing: a page has the same name in the menu of a desk and in its own heading. */
import { screen } from '@testing-library/preact';
import { afterAll, describe, expect, it } from 'vitest';
import { COMPLETE, setLanguage, textForId } from '../../../client/i18n/index.ts';
import { go } from '../../../client/ui/kit/index.ts';
import { PageBody } from '../../../client/ui/trainee/shell/page-body.tsx';
import { deskPages } from '../../../client/ui/trainee/shell/pages.ts';
import { desk } from '../../../shared/access/audience.ts';
import { debriefOf } from '../../support/a-debrief.ts';
import { aWholePlay } from '../../support/a-play.ts';
import { fakeServer } from './support/fake-server.ts';
import { atDesk } from './support/fake-seat.tsx';

const { play } = aWholePlay('trial-match', 'exemplary');
const namespaces = ['desk', 'people', 'share', 'work', 'trainer', 'debrief', 'names'] as const;
/** The heading of the role brief is the name of the desk, so that a reader sees whose brief it is. */
const ownName = (page: string): boolean => page === 'brief';
/** Every page of the menu; only a desk that a person took over has a handover note. */
const pages = [
  ...deskPages({ world: play.view(desk('police')), role: 'police', can: () => true }).map(({ id }) => id),
  'handover',
].filter((page) => !ownName(page));

afterAll(() => setLanguage('en', ...namespaces));

it('the menu of a desk in the last minute of a whole play has every page', () => {
  expect(pages).toHaveLength(14);
});

describe.each(COMPLETE)('in %s', (language) => {
  it.each(pages)('the page %s is headed by its word in the menu', async (page) => {
    await setLanguage(language, ...namespaces);
    fakeServer({ 'GET /api/debrief': () => debriefOf(play) });
    go(`/play/${page}`);
    atDesk(play, 'police', <PageBody page={page} />);
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading.textContent).toBe(textForId('desk', `nav.${page}`));
  });
});
