/** Cards of desks and places, and of what every desk has: the law, the helpers, the phase. */
import { knowsHelper } from '../../exercise/known-with.ts';
import { powersOf } from '../../exercise/powers.ts';
import type { Jurisdiction } from '../../scenario/schema/jurisdiction.ts';
import type { ChartState } from '../../scenario/schema/statecharts.ts';
import { type CardKind, filled, own, type Reader } from '../reader.ts';

/** Title and emblem are public; the brief, first steps and start belong to the desk. */
export const roleCard: CardKind<'role'> = {
  may: ({ compiled }, id) => own(compiled.scenario.roles, id) !== undefined,
  make: (words, compiled, id, limited) => {
    const role = own(compiled.scenario.roles, id);
    const agency = role && own(compiled.law.agencies, role.desk);
    if (!role || !agency) return undefined;
    const law = (...path: string[]) => ['law', 'agencies', role.desk, ...path] as const;
    const mine = limited === undefined || limited.viewer.role === id;
    return filled({
      title: words.text(...law('title')),
      kind: agency.emblem,
      text: mine ? words.text('roles', id, 'brief') : undefined,
      facts: filled({
        desk: role.desk,
        short: words.text(...law('short')),
        emblem: agency.emblem,
        powers: [...powersOf(compiled, id)],
        mayHold: agency['may-hold'],
        limits: words.lines(...law('limits')),
        duties: words.lines(...law('duties')),
        firstSteps: mine ? words.lines('roles', id, 'first-steps') : undefined,
        at: mine ? role.at : undefined,
        seats: role.seats,
        required: role.required,
      }),
    });
  },
};

/** True if this desk has the place on its map. */
export function knowsPlace({ compiled, world, viewer }: Reader, id: string): boolean {
  const place = own(compiled.scenario.places, id);
  if (!place || viewer.role === undefined) return false;
  if (!place.hidden || place['known-to'].includes(viewer.role)) return true;
  return own(world.places, id)?.shownTo.includes(viewer.role) === true;
}

export const placeCard: CardKind<'place'> = {
  may: knowsPlace,
  make: (words, compiled, id, limited) => {
    const place = own(compiled.scenario.places, id);
    if (!place) return undefined;
    const ways = Object.entries(compiled.ways[id] ?? {}).filter(
      ([other]) => other !== id && (!limited || knowsPlace(limited, other)),
    );
    return filled({
      title: words.text('places', id, 'name'),
      text: words.text('places', id, 'text'),
      art: words.art(place.art),
      facts: filled({ map: place.map, open: place.open, custody: place.custody, ways: Object.fromEntries(ways) }),
    });
  },
};

/** The law pack is public to desks; its card holds the whole pack in the reader's language. */
export const lawCard: CardKind<'law'> = {
  may: () => true,
  make: (words) => ({
    title: words.text('law', 'title'),
    text: words.text('law', 'summary'),
    facts: words.branch('law') as Jurisdiction,
  }),
};

/** True if this desk has the helper on its list. */
export const knowsHelperIn = ({ compiled, world, viewer }: Reader, id: string): boolean =>
  viewer.role !== undefined && knowsHelper(compiled, world, viewer.role, id);

/** Interpreters, support persons and guardians on the desk's list; what vetting would find comes with the vetting. */
export const helperCard: CardKind<'helper'> = {
  may: knowsHelperIn,
  make: (words, compiled, id, limited) => {
    const helper = own(compiled.scenario.helpers, id);
    if (!helper) return undefined;
    const vetted = limited ? isVettingKnown(limited, id) : true;
    return {
      title: words.text('helpers', id, 'name'),
      kind: helper.kind,
      text: words.text('helpers', id, 'says'),
      facts: filled({
        languages: helper.languages,
        languageNames: helper.languages.map((language) => words.text('spoken-languages', language)),
        by: helper.by,
        vettingTakes: helper.vetting.takes,
        vetted: vetted ? helper.vetting.result : undefined,
        vettingSays: vetted ? words.text('helpers', id, 'vetting', 'says') : undefined,
      }),
    };
  },
};

function isVettingKnown({ world }: Reader, id: string): boolean {
  return Object.values(world.interviews).some(
    (interview) => interview.interpreter === id && interview.vetting?.result !== undefined,
  );
}

/** The title of a public phase, once it has begun: titles of later phases would reveal the story. */
export const phaseCard: CardKind<'phase'> = {
  may: ({ compiled, world, phase }, address) =>
    stateAt(compiled.scenario.statecharts, address)?.public === true &&
    (phase === address || Object.hasOwn(world.entered, address)),
  make: (words, compiled, address) => {
    const state = stateAt(compiled.scenario.statecharts, address);
    if (!state) return undefined;
    const [chart = '', ...inner] = address.split('.');
    return { title: words.maybe('statecharts', chart, ...inner.flatMap((key) => ['states', key]), 'title') ?? '' };
  },
};

function stateAt(charts: Readonly<Record<string, ChartState>>, address: string): ChartState | undefined {
  const [chart = '', ...inner] = address.split('.');
  return inner.reduce<ChartState | undefined>((state, key) => own(state?.states ?? {}, key), own(charts, chart));
}

/** Lists of ids that a desk may choose from. */
export const listCard = (
  ids: (reader: Reader) => string[],
  all: (reader: Pick<Reader, 'compiled'>) => string[],
): CardKind<'roles' | 'places' | 'helpers' | 'services'> => ({
  may: ({ viewer }) => viewer.role !== undefined,
  make: (_words, compiled, _key, limited) => ({ facts: { ids: limited ? ids(limited) : all({ compiled }) } }),
});
