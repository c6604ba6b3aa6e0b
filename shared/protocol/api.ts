/** The HTTP routes: bodies, answers, error codes. Trainees authenticate with `Authorization: Bearer <seat token>`, trainers by cookie. */
import { z } from 'zod';
import { type Seating, SEATINGS } from '../access/stored-names.ts';
import { Manner } from '../vocabulary/enums.ts';
import type { Card } from './cards.ts';
import type { PublicSeat } from './messages.ts';
import { PIN_ALPHABET, PIN_LENGTH } from './pin.ts';

export { PIN_ALPHABET, PIN_LENGTH };
export const Pin = z
  .string()
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
  .refine((text) => text.length === PIN_LENGTH && text.split('').every((letter) => PIN_ALPHABET.includes(letter)));

export const Language = z.string().regex(/^[a-z]{2,3}(-[a-z]{2,8})?$/);

/** Every error answer of the HTTP routes. `error` is a code of the interface texts (`error.<code>`). */
export interface ApiError {
  error:
    | 'bad-request'
    | 'bad-key'
    | 'not-signed-in'
    | 'no-such-class'
    | 'class-full'
    | 'class-ended'
    /** This page and the server speak different versions of the protocol; `detail` is the server's. */
    | 'other-version'
    | 'bad-token'
    | 'too-many-tries'
    | 'not-found'
    | 'forbidden'
    | 'server-busy'
    | 'unknown-scenario'
    | 'disk-full'
    | 'class-under-way'
    | 'not-ended'
    | 'name-taken'
    | 'internal';
  /** Names the place in the body, or an incident id for `internal`. */
  detail?: string;
}

// --- join (trainee)

/** `call-signs`: people join under made-up names. `wanted`: the trainer asks for names, but no one has to give one. */
export const NAMES_WISHES = ['call-signs', 'wanted'] as const;
export type NamesWish = (typeof NAMES_WISHES)[number];
/** Days that a class may be kept after its end. */
export const RETENTION_DAYS = [1, 7, 30, 90, 365] as const;

/** GET /api/join/:pin → what is shown before joining. Of the case it contains only its card. */
export interface JoinCard {
  exercise: string;
  title: string;
  languages: string[];
  contentCard: {
    themes: string[];
    intensity: number;
    children: boolean;
    sexualViolence: 'none' | 'mentioned';
    note?: string;
  };
  /** Empty if the trainer assigns desks. */
  roles: JoinRole[];
  seating: Seating;
  status: 'lobby' | 'running' | 'paused' | 'ended';
  /** Whether the trainer asks for names, and for how many days after the class names are kept. */
  names: NamesWish;
  retentionDays: number;
}
export interface JoinRole {
  role: string;
  title: string;
  short: string;
  emblem: string;
  taken: number;
  max: number;
  required: boolean;
  /** True while the desk is simulated; a person who joins takes it over. */
  simulated: boolean;
}

/** Characters that hide, reverse or end a line of text: controls, halves of characters, and marks that override the direction of what follows. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** The name of a person as others read it on walls and lists. */
const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((name) => !UNSHOWN.test(name), 'holds characters that cannot be shown');

/** POST /api/join/:pin */
export const JoinBody = z.strictObject({
  name: PersonName,
  language: Language,
  role: z.string().max(64).optional(),
  /** True if the name is a call-sign: the server rejects it with `name-taken` if another person of the class has it. */
  callSign: z.boolean().optional(),
  /** Idempotency key of the client (16 random bytes, hex): a repeated call gets the same seat and a fresh token. */
  join: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});
/** The token is shown once; it identifies this person for the whole exercise. */
export interface JoinAnswer {
  token: string;
  seat: string;
  /** Undefined until the trainer assigns a desk. */
  role?: string;
  room: string;
}
/** GET /api/seat (bearer) → the same seat again after a reload. */
export interface SeatAnswer extends Omit<JoinAnswer, 'token'> {
  name: string;
  language: string;
  pin: string;
  status: 'lobby' | 'running' | 'paused' | 'ended';
  /** True if this person practises alone, and may pause and end. */
  alone: boolean;
}
/** POST /api/seat/language (bearer) {language}; POST /api/recover {pin, code} → JoinAnswer, with a one-time code from the trainer. */
export const LanguageBody = z.strictObject({ language: Language });
export const RecoverBody = z.strictObject({ pin: Pin, code: z.string().min(4).max(20) });

// --- cards: scenario texts, only what the seat knows, in its language

/** POST /api/cards (bearer or trainer cookie) → cards the caller may read; ids it may not read are left out silently. */
export const CardsBody = z.strictObject({
  ids: z.array(z.string().max(200)).max(400),
  language: Language,
  exercise: z.string().max(64).optional(),
  /** A trainer reads them as this desk does. */
  desk: z.string().max(80).optional(),
});
export interface CardsAnswer {
  cards: Card[];
}

// --- trainer

/** A desk with the author's suggestion for an empty desk. */
export interface TrainerRole extends JoinRole {
  mayBeSimulated: boolean;
  manner: Manner;
}

export const SignInBody = z.strictObject({ key: z.string().min(1).max(200) });
/** POST /api/trainer/sign-in, POST /api/trainer/sign-out, GET /api/trainer → {signedIn} */

/** GET /api/scenarios?language= */
export interface ScenarioCard {
  id: string;
  title: string;
  summary: string;
  level: string;
  lengthMinutes: number;
  pace: number;
  languages: string[];
  jurisdiction: string;
  contentCard: JoinCard['contentCard'];
  objectives: string[];
  reviewers: { who: string; kind: string; state: string }[];
  licence: string;
  roles: (TrainerRole & { min: number })[];
  /** Findings of the load-time checks; a scenario with errors cannot be launched. */
  findings: { severity: 'error' | 'warning' | 'hint'; place: string; code: string; message: string; remedy: string }[];
}

/** POST /api/exercises → ExerciseCard */
export const CreateExerciseBody = z.strictObject({
  scenario: z.string().max(64),
  languages: z.array(Language).min(1).max(12),
  pace: z.number().min(0.1).max(1440).optional(),
  seating: z.enum(SEATINGS),
  /** Desks left out of this exercise because there are too few people. */
  without: z.array(z.string().max(64)).default([]),
  /** Desks that are simulated from the start; people may take them over. */
  simulated: z
    .array(z.strictObject({ role: z.string().max(64), manner: Manner.optional() }))
    .max(60)
    .default([]),
  label: z.string().trim().max(80).optional(),
  retentionDays: z.literal(RETENTION_DAYS).optional(),
  names: z.enum(NAMES_WISHES).optional(),
});
export interface ExerciseCard {
  exercise: string;
  /** Set if the exercise is no class. */
  purpose?: 'practice' | 'demo';
  room: string;
  pin: string;
  scenario: string;
  title: string;
  label?: string;
  status: 'lobby' | 'running' | 'paused' | 'ended';
  createdAt: string;
  lengthMinutes: number;
  pace: number;
  roles: TrainerRole[];
  /** Addresses that people can type on their own devices, best first; empty without a network, and `joinUrl` and `qrSvg` are too. */
  addresses: string[];
  joinUrl: string;
  qrSvg: string;
  seated: number;
  /** Time of automatic erasure. */
  goesAt: string;
}
/** GET /api/exercises/:id/people → PersonLine[]; GET …/people/:seat/export.json, .txt; DELETE …/people/:seat → PersonalDataAnswer */
export interface PersonLine {
  seat: string;
  role: string;
  /** Empty once erased. */
  name: string;
  language: string;
}
/** POST /api/exercises/:id/anonymise → PersonalDataAnswer. GET /api/audit.csv: what trainers did. */
export interface PersonalDataAnswer {
  /** False while a running backup still reads the old pages; they are removed when it ends. */
  settled: boolean;
}
/** POST /api/practice (trainer) → PracticeAnswer: one desk for one person, all others simulated, started at once. */
export const PracticeBody = z.strictObject({
  scenario: z.string().max(64),
  role: z.string().max(64),
  language: Language,
  name: PersonName,
  manner: Manner.optional(),
});
export interface PracticeAnswer extends JoinAnswer {
  exercise: string;
}
/** POST /api/demo (trainer) → ExerciseCard: the shortest case with several desks, every desk simulated, started at once. */
export const DemoBody = z.strictObject({ language: Language });
/** GET /api/exercises → ExerciseCard[]; GET /api/exercises/:id; DELETE /api/exercises/:id */
/**
 * GET /api/unopened → UnopenedCard[]: stored classes that this release cannot open. GET /api/unopened/:id/record.json
 * exports the stored data of one; DELETE /api/exercises/:id erases it.
 */
export interface UnopenedCard {
  exercise: string;
  scenario: string;
  label?: string;
  pin: string;
  createdAt: string;
  /** The original error message. */
  why: string;
  /** True if the database no longer has anything of it: its log was removed or cut off after a crash. */
  gone?: true;
}
/** POST /api/exercises/:id/ticket → {ticket}: lets the trainer's browser join the room. */
export interface TicketAnswer {
  room: string;
  ticket: string;
}
/** POST /api/exercises/:id/seats/:seat/code → {code}: one-time code for a person who lost the token. */
/** GET /api/exercises/:id/view/:role → {world}: the view of a desk, for the trainer. */
/** GET /api/exercises/:id/debrief → Debrief (shared/debrief); GET …/debrief.csv, …/debrief.json */
/** GET /api/debrief (bearer) → Debrief for a trainee's desk, once the exercise has ended. */

/** GET /api/wall/:id (trainer cookie) → what the projector shows while people come in. */
export interface WallAnswer {
  card: ExerciseCard;
  roster: readonly PublicSeat[];
}
