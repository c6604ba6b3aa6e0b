/** What a screen says, to compare its first paint with what it says once everything has arrived. */
import { act, waitFor } from '@testing-library/preact';
import { expect } from 'vitest';
import type { CompiledScenario } from '../../../../shared/scenario/compiled.ts';
import { EVENT_TYPES } from '../../../../shared/vocabulary/events.ts';
import type { CoreConnection } from './core-connection.ts';

/** Attributes that are read aloud or shown. */
const SPOKEN = ['aria-label', 'title', 'alt', 'placeholder'];

/** What is no statement about the class: that a screen waits, and how much is unread, which reading changes. */
const NO_STATEMENT = '.count, .count *';

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Every text on the screen and every spoken attribute, each once. */
export function saidNow(): string[] {
  const said: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (element.matches(NO_STATEMENT) || element.querySelector(':scope > .spinner')) continue;
    said.push(...SPOKEN.map((name) => element.getAttribute(name) ?? ''));
    // Neighbours in the text of one element are one sentence.
    const nodes = [...element.childNodes].filter((node) => node.nodeType === 3);
    said.push(...nodes.map(({ textContent }) => textContent ?? ''));
  }
  return [...new Set(said.map(withoutSpace))].filter((text) => text !== '');
}

const rendered = (): Promise<void> => act(() => Promise.resolve());

/** What a screen says at first, then after each wave of cards that it asked for, until it asks for no more and waits for nothing. */
export async function paintsOf({ release }: CoreConnection): Promise<string[][]> {
  const paints = [saidNow()];
  const next = async (): Promise<number> => {
    await rendered();
    paints.push(saidNow());
    return release();
  };
  await waitFor(async () => {
    for (let asked = await next(), last = -1; asked !== last; ) {
      last = asked;
      asked = await next();
    }
    expect(document.querySelector('.spinner')).toBeNull();
  });
  await next();
  return paints;
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** What a screen says before everything has arrived and not at the end. A name that is late (`…`) may become any words. */
export function takenBack(paints: readonly string[][]): string[] {
  const end = paints.at(-1) ?? [];
  return [...new Set(paints.flat())].filter((text) => {
    if (end.includes(text)) return false;
    const pattern = new RegExp(`^${text.split('…').map(escaped).join('.*')}$`, 's');
    return !text.includes('…') || !end.some((each) => pattern.test(each));
  });
}

/** Ids that English uses as words. */
const WORDS = new Set(['non-punishment']);

/** The ids among these texts: words with hyphens or dots that the case, its law or the log use as names of things. */
export const idsIn = (texts: readonly string[], { scenario, law }: CompiledScenario): string[] => {
  const ids = new Set<string>([...idsOf(scenario), ...idsOf(law), ...EVENT_TYPES]);
  const words = texts.flatMap((text) => text.match(/[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+/g) ?? []);
  return [...new Set(words)].filter((word) => !WORDS.has(word) && (ids.has(word) || /^[a-z-]+\.[a-z-]+$/.test(word)));
};

/** The keys of all records, at any depth. */
function idsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(idsOf);
  return Array.isArray(value) ? below : [...Object.keys(value).filter((key) => key.includes('-')), ...below];
}
