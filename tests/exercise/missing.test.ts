import { expect, it } from 'vitest';
import { missingFor } from '../../shared/exercise/missing.ts';
import type { Condition } from '../../shared/vocabulary/conditions.ts';

const screened: Condition = { happened: 'screened', person: 'nyota' };
const reached: Condition = { reached: 'case.screening' };
const knows: Condition = { role: 'police', knows: 'manifest' };

/** Evaluates the three leaves above by a list of true ones, and groups by their own logic. */
const world = (...truths: Condition[]) => {
  const holds = (condition: Condition): boolean => {
    if (condition.all) return condition.all.every(holds);
    if (condition.any) return condition.any.some(holds);
    if (condition.of) return condition.of.filter(holds).length >= (condition['at-least'] ?? 1);
    if (condition.not) return !holds(condition.not);
    return truths.includes(condition);
  };
  return holds;
};

it('nothing is missing if the condition holds', () => {
  expect(missingFor({ all: [screened, reached] }, world(screened, reached))).toEqual([]);
});

it('for `all`, only the missing parts are listed', () => {
  expect(missingFor({ all: [screened, reached] }, world(screened))).toEqual([{ leaf: reached, wanted: true }]);
});

it('alternatives share one number, so that they read as "one of these"', () => {
  expect(missingFor({ any: [screened, reached] }, world())).toEqual([
    { leaf: screened, wanted: true, choice: 1 },
    { leaf: reached, wanted: true, choice: 1 },
  ]);
});

it('a part that must be false is listed as unwanted', () => {
  expect(missingFor({ not: knows }, world(knows))).toEqual([{ leaf: knows, wanted: false }]);
});

it('"not any of" lists each true part, "not all of" lists them as alternatives', () => {
  expect(missingFor({ not: { any: [screened, reached] } }, world(screened))).toEqual([
    { leaf: screened, wanted: false },
  ]);
  expect(missingFor({ not: { all: [screened, reached] } }, world(screened, reached))).toEqual([
    { leaf: screened, wanted: false, choice: 1 },
    { leaf: reached, wanted: false, choice: 1 },
  ]);
});

it('"two of three" lists the parts that do not hold yet', () => {
  const two: Condition = { 'at-least': 2, of: [screened, reached, knows] };
  expect(missingFor(two, world(screened)).map((wait) => wait.leaf)).toEqual([reached, knows]);
});

it('"two of three" states how many are still needed if more than one is', () => {
  const two: Condition = { 'at-least': 2, of: [screened, reached, knows] };
  expect(missingFor(two, world()).map((wait) => wait.need)).toEqual([2, 2, 2]);
  expect(missingFor(two, world(screened)).map((wait) => wait.need)).toEqual([undefined, undefined]);
});

it('a part without alternatives has no number, and one of several needs no count', () => {
  expect(missingFor(screened, world())).toStrictEqual([{ leaf: screened, wanted: true }]);
  expect(missingFor({ any: [screened, reached] }, world())).toStrictEqual([
    { leaf: screened, wanted: true, choice: 1 },
    { leaf: reached, wanted: true, choice: 1 },
  ]);
});

it('"not two of three" lists the parts that hold as alternatives', () => {
  const two: Condition = { 'at-least': 2, of: [screened, reached, knows] };
  expect(missingFor({ not: two }, world(screened, reached))).toStrictEqual([
    { leaf: screened, wanted: false, choice: 1 },
    { leaf: reached, wanted: false, choice: 1 },
  ]);
});

it('"two of three" among alternatives is one of them, without a count of its own', () => {
  const two: Condition = { 'at-least': 2, of: [screened, reached, knows] };
  expect(missingFor({ any: [two, knows] }, world()).map(({ choice, need }) => [choice, need])).toEqual([
    [1, undefined],
    [1, undefined],
    [1, undefined],
    [1, undefined],
  ]);
});
