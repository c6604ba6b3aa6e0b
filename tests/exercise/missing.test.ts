import { expect, it } from 'vitest';
import { missingFor } from '../../shared/exercise/missing.ts';
import type { Condition } from '../../shared/scenario/schema/conditions.ts';

const screened: Condition = { happened: 'screened', person: 'nyota' };
const reached: Condition = { reached: 'case.screening' };
const knows: Condition = { role: 'police', knows: 'manifest' };

/** Judges the three leaves above by what is true, and groups by their own logic. */
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

it('nothing is missing where the condition holds', () => {
  expect(missingFor({ all: [screened, reached] }, world(screened, reached))).toEqual([]);
});

it('of several that are all needed, only the missing one is named', () => {
  expect(missingFor({ all: [screened, reached] }, world(screened))).toEqual([{ leaf: reached, wanted: true }]);
});

it('alternatives carry one number, so that they can be read as "one of these"', () => {
  expect(missingFor({ any: [screened, reached] }, world())).toEqual([
    { leaf: screened, wanted: true, choice: 1 },
    { leaf: reached, wanted: true, choice: 1 },
  ]);
});

it('what must not be so is told as such', () => {
  expect(missingFor({ not: knows }, world(knows))).toEqual([{ leaf: knows, wanted: false }]);
});

it('"not any of" needs each of them gone, "not all of" only one', () => {
  expect(missingFor({ not: { any: [screened, reached] } }, world(screened))).toEqual([
    { leaf: screened, wanted: false },
  ]);
  expect(missingFor({ not: { all: [screened, reached] } }, world(screened, reached))).toEqual([
    { leaf: screened, wanted: false, choice: 1 },
    { leaf: reached, wanted: false, choice: 1 },
  ]);
});

it('"two of three" offers those not yet there', () => {
  const two: Condition = { 'at-least': 2, of: [screened, reached, knows] };
  expect(missingFor(two, world(screened)).map((wait) => wait.leaf)).toEqual([reached, knows]);
});

it('"two of three" says how many are still needed while one is not enough', () => {
  const two: Condition = { 'at-least': 2, of: [screened, reached, knows] };
  expect(missingFor(two, world()).map((wait) => wait.need)).toEqual([2, 2, 2]);
  expect(missingFor(two, world(screened)).map((wait) => wait.need)).toEqual([undefined, undefined]);
});
