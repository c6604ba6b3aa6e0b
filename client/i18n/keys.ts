/** The keys of the interface texts, derived from the English files: an unknown key is a compile error. */
import type common from './en/common.json';
import type debrief from './en/debrief.json';
import type desk from './en/desk.json';
import type game from './en/game.json';
import type join from './en/join.json';
import type names from './en/names.json';
import type people from './en/people.json';
import type preview from './en/preview.json';
import type share from './en/share.json';
import type trainer from './en/trainer.json';
import type work from './en/work.json';

interface English {
  common: typeof common;
  debrief: typeof debrief;
  desk: typeof desk;
  game: typeof game;
  join: typeof join;
  names: typeof names;
  people: typeof people;
  preview: typeof preview;
  share: typeof share;
  trainer: typeof trainer;
  work: typeof work;
}
export type Namespace = keyof English;

/** Plurals are read by the key without its suffix: `seats` for `seats_one` and `seats_other`. */
type WithoutForm<Key extends string> = Key extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Base
  : Key;

type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? WithoutForm<Key> : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

/** Every namespace includes the keys of `common`. */
export type KeyOf<Name extends Namespace> = Leaves<English[Name]> | Leaves<English['common']>;
