/**
 * Functions newer than ES2021 that `client/public/first.js` adds where a browser lacks them. Everything else that is newer
 * than ES2021 is a type error under `npm run check:browsers`.
 */
interface Array<T> {
  at(index: number): T | undefined;
  findLast<S extends T>(accepts: (value: T, index: number, array: T[]) => value is S): S | undefined;
  findLast(accepts: (value: T, index: number, array: T[]) => unknown): T | undefined;
  findLastIndex(accepts: (value: T, index: number, array: T[]) => unknown): number;
  toReversed(): T[];
  toSorted(compare?: (one: T, other: T) => number): T[];
}
interface ReadonlyArray<T> {
  at(index: number): T | undefined;
  findLast<S extends T>(accepts: (value: T, index: number, array: readonly T[]) => value is S): S | undefined;
  findLast(accepts: (value: T, index: number, array: readonly T[]) => unknown): T | undefined;
  findLastIndex(accepts: (value: T, index: number, array: readonly T[]) => unknown): number;
  toReversed(): T[];
  toSorted(compare?: (one: T, other: T) => number): T[];
}
interface String {
  at(index: number): string | undefined;
}
interface ObjectConstructor {
  hasOwn(object: object, key: PropertyKey): boolean;
}
