/** The measures of detection: indicators, screening, groups and waits, after handmade logs. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/exercise/events.ts';
import { aClass } from '../support/a-class.ts';
import { happens, measuresAfter } from '../support/a-debrief.ts';

const by = 'police';

/** Two girls and two men are to be screened, and a witness with a prepared screening. A suspect has one too, another witness none. */
const play = aClass(({ people }) => {
  const adds = (id: string, like: string, more: object): void => {
    const person = people[like];
    if (!person) throw new Error(`the small case has ${like}`);
    people[id] = { ...structuredClone(person), name: id, ...more };
  };
  adds('zawadi', 'nyota', {});
  adds('amani', 'juma', {});
  adds('baba', 'coach', { status: 'witness', screening: { says: 'I saw the bus.' }, at: 'station', sex: 'female' });
  adds('driver', 'coach', { status: 'witness', at: 'station' });
  Object.assign(people['coach'] ?? {}, { screening: { says: 'I know no one.' } });
});

const screens = (
  seq: number,
  person: string,
  outcome: 'presumed-victim' | 'witness' = 'presumed-victim',
  way: 'alone' | 'in-group' = 'alone',
) =>
  happens(seq, 'screened', { by, person, place: 'bus-park', alone: way === 'alone', with: way, outcome, child: false });
const meets = (seq: number, person: string) => happens(seq, 'person-met', { role: by, person, place: 'bus-park' });
const tags = (seq: number, person: string, indicator = 'no-papers') =>
  happens(seq, 'indicator-tagged', { by, person, indicator });
const after = (...events: Event[]) => measuresAfter(play, 'detect-and-screen', events);

describe('screening', () => {
  test('is due to presumed victims and to those with a prepared screening, but to no suspect', () => {
    expect(after(screens(1, 'baba', 'witness'))['screened-alone']).toEqual({ value: 1, of: 5, evidence: [1] });
  });

  test('in a group is none alone', () => {
    const measures = after(screens(1, 'nyota', 'presumed-victim', 'in-group'), screens(2, 'juma'));
    expect(measures['screened-alone']).toEqual({ value: 1, of: 5, evidence: [2] });
  });

  test('reaches its result where a desk has one of the person, and cites the last one of that person', () => {
    const events = [screens(1, 'nyota', 'witness'), screens(2, 'nyota'), screens(3, 'juma', 'witness')];
    const measures = after(...events, screens(4, 'amani', 'witness'));
    expect(measures['classified-right']).toEqual({ value: 1, of: 3, evidence: [2, 3, 4] });
  });

  test('is waited for from the first meeting with that person', () => {
    const met = [meets(1, 'nyota'), meets(5, 'juma'), meets(25, 'amani'), meets(7, 'nyota')];
    const screened = [screens(11, 'juma'), screens(21, 'nyota'), screens(22, 'juma'), screens(30, 'amani')];
    expect(after(...met, ...screened)['contact-to-screening']).toEqual({ value: 6, evidence: [11, 21, 30] });
  });
});

describe('a group of people', () => {
  /** Of the girls, of the men and of the women. */
  const served = (...events: Event[]) => after(...events)['groups-screened-alike'];

  test('is served if as large a part of it is screened as of all', () => {
    const half = [screens(1, 'nyota'), screens(2, 'juma')];
    expect(served(...half)).toMatchObject({ value: 2, of: 3 });
    expect(served(...half, screens(3, 'zawadi'))).toMatchObject({ value: 1, of: 3 });
    expect(served(...half, screens(3, 'zawadi'), screens(4, 'amani'), screens(5, 'baba', 'witness'))).toMatchObject({
      value: 3,
      of: 3,
    });
  });

  test('is not served where no one at all is screened', () => {
    expect(served()).toMatchObject({ value: 0, of: 3 });
  });
});

describe('an indicator', () => {
  test('is right if the person has it, and cites the last time that it was seen in that person', () => {
    const measures = after(tags(1, 'nyota'), tags(2, 'nyota'), tags(3, 'juma'), tags(4, 'juma', 'speech-controlled'));
    expect(measures['indicators-right']).toEqual({ value: 2, of: 3, evidence: [2, 3, 4] });
  });

  test('of a person that the case does not have is not right', () => {
    expect(after(tags(1, 'stranger'))['indicators-right']).toEqual({ value: 0, of: 1, evidence: [1] });
  });
});
