/** Deadlines on the screen are steps from now; a written moment becomes the first step at or after it. */
import { expect, type Locator } from '@playwright/test';
import { caseClock, MINUTE, parseCaseTime } from '../../../shared/time.ts';
import type { Desk } from './desk.ts';

export async function chooseDue(desk: Desk, label: string, moment: string, within: Locator): Promise<void> {
  const wanted = (parseCaseTime(moment) ?? 0) / MINUTE;
  const options = within.getByLabel(label, { exact: true }).locator('option');
  await expect(options.filter({ hasText: /Day \d+ · \d\d:\d\d/ }).first()).toBeAttached();
  const labels = (await options.allTextContents()).map((option) => option.trim());
  const fitting = labels.find((option) => (minutesIn(option) ?? -1) >= wanted);
  if (fitting === undefined) throw new Error(`${desk.role}: no deadline on offer is as late as ${moment}`);
  await within.getByLabel(label, { exact: true }).selectOption({ label: fitting });
}

/** Minutes since the first midnight of the case: `In 2 hours (Day 1 · 10:20)`. */
function minutesIn(label: string): number | undefined {
  const [, day, hour, minute] = /Day (\d+) · (\d\d):(\d\d)/.exec(label) ?? [];
  if (day === undefined || hour === undefined || minute === undefined) return undefined;
  return (parseCaseTime(`day ${day} ${hour}:${minute}`) ?? 0) / MINUTE;
}

/** `09:30` of a case time. */
export function clockText(at: number): string {
  const { hour, minute } = caseClock(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
