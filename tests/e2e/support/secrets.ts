/** Texts of the case that a desk must not have received at the end, because its part of the line never earned them. */
import type { Event } from '../../../shared/exercise/events.ts';
import { whatIsKnown } from '../../../shared/playthrough/what-is-known.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';

/** Shorter pieces could occur anywhere. */
const LONG_ENOUGH = 20;

export interface Earned {
  /** A piece of each text that the desk has earned. */
  known: string[];
  /** A piece of each other text. */
  secret: string[];
}

/** Computed from the log of the same line on the pure core. */
export function earned(compiled: CompiledScenario, events: readonly Event[], role: string): Earned {
  const { items, places, roles, injects, charges } = compiled.scenario;
  const texts: { text: string | undefined; known: boolean }[] = [
    ...Object.entries(items).flatMap(([id, item]) =>
      item.parts === undefined
        ? [{ text: item.text, known: whatIsKnown(compiled, events, role, id) === true }]
        : Object.entries(item.parts).map(([part, { text }]) => ({
            text,
            known: whatIsKnown(compiled, events, role, id, part) === true,
          })),
    ),
    ...Object.entries(places).map(([id, place]) => ({
      text: place.text,
      known: place['known-to'].includes(role) || whatIsKnown(compiled, events, role, id) === true,
    })),
    ...Object.entries(roles).map(([id, { brief }]) => ({ text: brief, known: id === role })),
    ...Object.values(injects).map(({ to, text }) => ({ text, known: to.includes(role) || to.includes('everyone') })),
    ...Object.values(charges).map(({ why }) => ({ text: why, known: false })),
  ];
  const pieces = texts.flatMap(({ text, known }) => (text === undefined ? [] : [{ piece: longestPiece(text), known }]));
  const known = pieces.filter((one) => one.known).map(({ piece }) => piece);
  const allKnown = texts.filter((one) => one.known).map(({ text }) => text ?? '');
  const secret = pieces
    .filter(
      (one) => !one.known && one.piece.length >= LONG_ENOUGH && !allKnown.some((text) => text.includes(one.piece)),
    )
    .map(({ piece }) => piece);
  return { known, secret };
}

/** The longest piece that is the same in a text, in JSON and in a frame. */
const longestPiece = (text: string): string =>
  text
    .split(/[\n"\\]+/)
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
    .trim();
