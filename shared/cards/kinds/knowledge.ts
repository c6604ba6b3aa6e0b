/** Cards of items, people and services, restricted to what the desk has come to know of them. */
import { factsOf } from '../../scenario/item-facts.ts';
import { type CardKind, filled, nth, own, type Reader } from '../reader.ts';
import { knowsPlace } from './desks.ts';

/** The parts of an item that this desk knows; `all` for an item without parts. */
export function knownParts({ world, viewer }: Reader, id: string): readonly string[] {
  return viewer.role === undefined ? [] : (own(own(world.items, id)?.known ?? {}, viewer.role)?.parts ?? []);
}

export const itemCard: CardKind<'item'> = {
  may: (reader, id) => own(reader.compiled.scenario.items, id) !== undefined && knownParts(reader, id).length > 0,
  make: (words, compiled, id, limited) => {
    const item = own(compiled.scenario.items, id);
    if (!item) return undefined;
    const known = limited && knownParts(limited, id);
    const { about, source } = factsOf(item, known);
    const parts = Object.entries(item.parts ?? {}).filter(([part]) => !known || known.includes(part));
    const whole = known === undefined || item.parts === undefined || parts.length === Object.keys(item.parts).length;
    return filled({
      title: words.text('items', id, 'title'),
      kind: item.kind,
      // A picture, and a text that introduces the parts, reveal all of the item, so they need every part.
      text: whole ? words.maybe('items', id, 'text') : undefined,
      art: whole ? words.art(item.art) : undefined,
      tags:
        item.parts === undefined
          ? item.tags
          : [...new Set([...(whole ? item.tags : []), ...parts.flatMap(([, part]) => part.tags)])],
      parts:
        item.parts === undefined
          ? undefined
          : Object.fromEntries(
              parts.map(([part, { tags }]) => [
                part,
                {
                  title: words.text('items', id, 'parts', part, 'title'),
                  text: words.text('items', id, 'parts', part, 'text'),
                  tags,
                },
              ]),
            ),
      facts: filled({
        analysis: item.analysis ? { needs: item.analysis.needs, takes: item.analysis.takes } : undefined,
        about: about.filter((person) => !limited || knowsPerson(limited, person)),
        // The person behind the statement: two items of one person do not corroborate each other.
        source: source !== undefined && (!limited || knowsPerson(limited, source)) ? source : undefined,
        truth: limited
          ? undefined
          : { supports: item.supports, neededBy: item['needed-by'], core: item.core, lasts: item.lasts },
      }),
    });
  },
};

const acquaintance = ({ world, viewer }: Reader, id: string) =>
  viewer.role === undefined ? undefined : own(own(world.people, id)?.known ?? {}, viewer.role);
export const knowsPerson = (reader: Reader, id: string): boolean => acquaintance(reader, id) !== undefined;

export const personCard: CardKind<'person'> = {
  may: (reader, id) => own(reader.compiled.scenario.people, id) !== undefined && knowsPerson(reader, id),
  make: (words, compiled, id, limited) => {
    const person = own(compiled.scenario.people, id);
    if (!person) return undefined;
    const named = !limited || acquaintance(limited, id)?.named === true;
    // Age and language are learned in conversation.
    const talked = !limited || (own(limited.world.people, id)?.screenings.length ?? 0) > 0 || named;
    return filled({
      title: named ? words.text('people', id, 'name') : words.text('people', id, 'appears'),
      text: words.text('people', id, 'appears'),
      art: words.art(person.art),
      facts: filled({
        named,
        sex: person.sex,
        language: talked ? person.language : undefined,
        languageName: talked ? words.text('spoken-languages', person.language) : undefined,
        age: talked ? (person.age.claimed ?? person.age.real) : undefined,
        ageInDoubt: talked ? person.age.doubt : undefined,
      }),
    });
  },
};

/** The truth about a person, for trainers only. */
export const truthCard: CardKind<'truth'> = {
  may: () => false,
  make: (words, compiled, id) => {
    const person = own(compiled.scenario.people, id);
    if (!person) return undefined;
    const charge = own(compiled.scenario.charges, id);
    return filled({
      title: words.text('people', id, 'name'),
      text: charge ? words.text('charges', id, 'why') : undefined,
      kind: person.status,
      facts: filled({
        status: person.status,
        age: person.age,
        needs: person.needs,
        indicators: person.indicators,
        start: person.start,
        riskLevel: person['risk-level'],
        familyRisk: person['family-risk'],
        charge: charge && {
          acceptable: charge.acceptable,
          elements: charge.elements,
          nonPunishment: charge['non-punishment'],
        },
      }),
    });
  },
};

/** What a person said when screened: `nyota.alone`, `nyota.company`. */
export const screeningCard: CardKind<'screening'> = {
  may: ({ compiled, world }, key) => {
    const [id = '', manner] = key.split('.');
    if (own(compiled.scenario.people, id)?.screening === undefined) return false;
    const screenings = own(world.people, id)?.screenings ?? [];
    return (
      screenings.some((screening) => (screening.with === 'alone') === (manner === 'alone')) &&
      (manner === 'alone' || manner === 'company')
    );
  },
  make: (words, compiled, key) => {
    const [id = '', manner] = key.split('.');
    if (own(compiled.scenario.people, id)?.screening === undefined) return undefined;
    const text = words.maybe('people', id, 'screening', manner === 'alone' ? 'says' : 'in-company');
    return text === undefined ? undefined : { text };
  },
};

/** A person's answer when asked for consent: `nyota.data.0`. */
export const consentCard: CardKind<'consent'> = {
  may: ({ world }, key) => {
    const [person, kind, index] = key.split('.');
    return Object.values(world.consents).some(
      (consent) =>
        consent.person === person &&
        consent.kind === kind &&
        consent.answer !== undefined &&
        String(consent.answer) === index,
    );
  },
  make: (words, compiled, key) => {
    const [id = '', kind = '', index = ''] = key.split('.');
    const answer = nth(own(own(compiled.scenario.people, id)?.consents ?? {}, kind), index);
    return answer
      ? { text: words.text('people', id, 'consents', kind, Number(index), 'says'), kind: answer.answer }
      : undefined;
  },
};

/** A person's answer to an offer: `nyota.0`. */
export const offerCard: CardKind<'offer'> = {
  may: ({ world }, key) => {
    const [person, index] = key.split('.');
    return Object.values(world.referrals).some(
      (referral) => referral.person === person && referral.answer !== undefined && String(referral.answer) === index,
    );
  },
  make: (words, compiled, key) => {
    const [id = '', index = ''] = key.split('.');
    const answer = nth(own(compiled.scenario.people, id)?.offers, index);
    return answer
      ? { text: words.text('people', id, 'offers', Number(index), 'says'), kind: answer.answer }
      : undefined;
  },
};

/** True if this desk has the service in its directory. */
export function knowsService({ compiled, viewer }: Reader, id: string): boolean {
  const service = own(compiled.scenario.services, id);
  if (!service || viewer.role === undefined) return false;
  return (
    service['known-to'] === undefined || service['known-to'].includes(viewer.role) || service['run-by'] === viewer.role
  );
}

export const serviceCard: CardKind<'service'> = {
  may: knowsService,
  make: (words, compiled, id, limited) => {
    const service = own(compiled.scenario.services, id);
    if (!service) return undefined;
    return {
      title: words.text('services', id, 'name'),
      text: words.text('services', id, 'text'),
      facts: filled({
        meets: service.meets,
        languages: service.languages,
        languageNames: service.languages.map((language) => words.text('spoken-languages', language)),
        hours: service.hours,
        conditions: words.maybe('services', id, 'conditions'),
        runBy: service['run-by'],
        accepts: service.accepts,
        needsData: service['needs-data'],
        // The directory leaves out the address of a protected home.
        at: !limited || knowsPlace(limited, service.at) ? service.at : undefined,
      }),
    };
  },
};
