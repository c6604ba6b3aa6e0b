/** The wire contract between the preview's page and its server. One author, one machine. */
import { z } from 'zod';
import { TrainerCommand } from '../vocabulary/commands.ts';
import type { Rejection } from '../exercise/rejections.ts';
import type { Diagnostic } from '../scenario/diagnostic.ts';
import type { CaseMs } from '../time.ts';
import { Overrides } from './overrides.ts';
import type { Stop } from './replay.ts';
import type { Waiting } from './why-not.ts';

export const PREVIEW_API = '/api/preview';
/**
 * Every call carries the key of this preview in this header; the event stream, which cannot set headers, uses `?key=`.
 */
export const KEY_HEADER = 'x-preview-key';

export interface PreviewDesk {
  role: string;
  title: string;
  /** The seat's token: the frame shows the ordinary trainee page. */
  token: string;
}

/** A recorded step on one line. */
export interface StepLine {
  at: CaseMs;
  who: string;
  do: string;
  text: string;
}

export interface PreviewStatus {
  /** Rises whenever the exercise is replaced. */
  version: number;
  /** Hash of the case's texts; graph and sources change with it. */
  hash: string;
  title: string;
  folder: string;
  desks: PreviewDesk[];
  clock: { at: CaseMs; starts: CaseMs; pace: number; speed: number; ended: boolean; next?: NextThing | undefined };
  /** Active states, as `chart.state`. */
  active: string[];
  /** The newest transitions, newest last. */
  taken: { edges: string[]; at: CaseMs }[];
  /** Diagnostics of the latest save. If one is an error, the previous version stays in play. */
  findings: Diagnostic[];
  stale: boolean;
  /** Number of saves; the text on disk may have changed with each. */
  saves: number;
  steps: StepLine[];
  pending: StepLine[];
  stop?: Stop | undefined;
  overrides: Overrides;
  /** Overridden facts that the case does not have. */
  strange: string[];
  /** Milliseconds from detecting the save to reopening the desks. */
  took?: number | undefined;
}

export interface NextThing {
  at: CaseMs;
  /** The due thing: an inject, a chart's timer, … with its id. */
  what: string;
  id: string;
}

export type PlacedWaiting = Omit<Waiting, 'path'> & { file: string; line: number };

export interface GraphAnswer {
  hash: string;
  svg: string;
}

export interface SourceAnswer {
  file: string;
  text: string;
  /** States and transitions by line, so that a click on a line selects them. */
  marks: { id: string; line: number; to: number }[];
}

/** Facts that can be overridden, with their titles. */
export interface FactsAnswer {
  states: { chart: string; states: { path: string; title?: string | undefined }[] }[];
  items: { id: string; title: string }[];
  people: { id: string; name: string; place?: string | undefined; trust: number; stress: number }[];
  places: { id: string; name: string }[];
  signals: string[];
}

export const ClockBody = z.union([
  z.strictObject({ speed: z.number().min(0).max(100) }),
  z.strictObject({ plus: z.int().min(1) }),
  z.strictObject({ to: z.string().max(40) }),
  z.strictObject({ next: z.literal(true) }),
]);
export type ClockBody = z.infer<typeof ClockBody>;

export const StartBody = z.strictObject({ overrides: Overrides });
export const ActBody = z.strictObject({ body: TrainerCommand });
export const PendingBody = z.strictObject({ do: z.enum(['again', 'skip', 'drop']) });
export const SaveBody = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  title: z.string().trim().min(1).max(200),
  marks: z.boolean(),
  replace: z.boolean().default(false),
});
export type SaveBody = z.infer<typeof SaveBody>;

export type SaveAnswer =
  | { ok: true; file: string; steps: number }
  | { ok: false; reason: 'exists' | 'overrides' | 'nothing' | 'does-not-hold'; detail?: string | undefined };
export type ActAnswer = { ok: true } | { ok: false; rejection: Rejection };
