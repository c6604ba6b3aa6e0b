/** The drawings of one case: names as its files give them in `art:`, without the word in front. */
import type { Look } from './portrait.ts';

export type Drawing = () => string;

export interface CaseArt {
  people: Readonly<Record<string, Look>>;
  places: Readonly<Record<string, Drawing>>;
  items: Readonly<Record<string, Drawing>>;
}
