import { describe, expect, test } from 'vitest';
import {
  chargingTable,
  emptyColumns,
  evidenceChoices,
  evidenceOf,
  neededColumns,
  singleSource,
  type Offence,
} from '../../../client/ui/trainee/charging/selectors.ts';
import { charge, item, person, world } from './worlds.ts';

const trafficking: Offence = {
  title: 'Trafficking',
  section: '4',
  elements: ['act', 'means', 'purpose'],
  'child-rule': true,
};
const smuggling: Offence = { title: 'Smuggling', section: '9', elements: ['act', 'purpose'], 'child-rule': false };
const nothing = { act: [], means: [], purpose: [] };

describe('the elements of an offence', () => {
  test('omit the means under the child rule, and only if the offence has one', () => {
    expect(neededColumns(trafficking, true)).toEqual(['act', 'purpose']);
    expect(neededColumns(trafficking, false)).toEqual(['act', 'means', 'purpose']);
    expect(neededColumns({ ...trafficking, 'child-rule': false }, true)).toEqual(['act', 'means', 'purpose']);
    expect(neededColumns(smuggling, false)).toEqual(['act', 'purpose']);
  });

  test('report no element as missing that is not needed', () => {
    expect(emptyColumns(trafficking, true, nothing)).toEqual(['act', 'purpose']);
    expect(emptyColumns(trafficking, true, { ...nothing, act: ['ticket'], purpose: ['ledger'] })).toEqual([]);
  });
});

describe('evidence that rests on one person', () => {
  const sourceOf = (id: string): string | undefined => ({ words: 'nyota', drawing: 'nyota', clerk: 'clerk' })[id];

  test('is reported for one element and for the whole charge', () => {
    const evidence = evidenceOf(charge({ act: ['words', 'drawing'], purposeItems: ['ticket'] }));
    expect(singleSource(evidence, sourceOf, 'act')).toBe('nyota');
    expect(singleSource(evidence, sourceOf)).toBeUndefined();
    expect(singleSource({ ...evidence, purpose: ['words'] }, sourceOf)).toBe('nyota');
  });

  test('is not reported for two people, for an object, or without evidence', () => {
    expect(singleSource({ ...nothing, act: ['words', 'clerk'] }, sourceOf, 'act')).toBeUndefined();
    expect(singleSource({ ...nothing, act: ['ticket'] }, sourceOf, 'act')).toBeUndefined();
    expect(singleSource(nothing, sourceOf)).toBeUndefined();
  });
});

test('evidence for an element lists known items only, those marked for this person and element first', () => {
  const base = world({
    items: {
      ticket: item('prosecutor', 9),
      ledger: item('prosecutor', 2, { prosecutor: { coach: ['act.transport'] } }),
      other: item('prosecutor', 3, { prosecutor: { driver: ['act.transport'] } }),
      unknown: item('police', 1),
    },
  });
  expect(evidenceChoices(base, 'prosecutor', 'coach', 'act')).toEqual([
    { item: 'ledger', marked: true },
    { item: 'ticket', marked: false },
    { item: 'other', marked: false },
  ]);
});

test('the table lists the people the desk knows: open charges, then decisions not to charge, then the rest', () => {
  const reason = { by: 'prosecutor', nonPunishment: 'checked-applies', reason: 'r', at: 1 } as const;
  const base = world({
    people: {
      nyota: person(['prosecutor']),
      driver: person(['prosecutor']),
      coach: person(['prosecutor']),
      stranger: person(['police']),
    },
    charges: { c1: charge(), c2: charge({ person: 'nyota', state: 'dropped' }) },
    noCharge: { driver: reason },
  });
  expect(chargingTable(base, 'prosecutor').map((row) => row.person)).toEqual(['coach', 'driver', 'nyota']);
});
