/** Reads the untyped `facts` of a card. A fact that is missing or of another shape counts as not known. */
import type { Card } from '../../../../shared/protocol/api.ts';

const fact = (card: Card | undefined, key: string): unknown => card?.facts?.[key];

/** A fact as text; a number is written out. */
export function factText(card: Card | undefined, key: string): string | undefined {
  const value = fact(card, key);
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** A fact as a number. */
export function factNumber(card: Card | undefined, key: string): number | undefined {
  const value = fact(card, key);
  return typeof value === 'number' ? value : undefined;
}

/** A fact as a list of texts; anything else is an empty list. */
export function factList(card: Card | undefined, key: string): string[] {
  const value = fact(card, key);
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

/** Options of a decision and the like: a record of id → {title, text}, or a list of {id, title, text}. */
export function factOptions(card: Card | undefined, key: string): { id: string; title: string; text?: string }[] {
  const value = fact(card, key);
  if (Array.isArray(value)) return value.flatMap((entry) => asOption(undefined, entry));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([id, entry]) => asOption(id, entry));
}

function asOption(key: string | undefined, entry: unknown): { id: string; title: string; text?: string }[] {
  if (typeof entry === 'string' && key !== undefined) return [{ id: key, title: entry }];
  if (typeof entry !== 'object' || entry === null) return [];
  const id = key ?? ('id' in entry && typeof entry.id === 'string' ? entry.id : undefined);
  const title = 'title' in entry && typeof entry.title === 'string' ? entry.title : undefined;
  if (id === undefined || title === undefined) return [];
  return 'text' in entry && typeof entry.text === 'string' ? [{ id, title, text: entry.text }] : [{ id, title }];
}
