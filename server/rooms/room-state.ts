/** The synchronised state of a room: fields only, and only what everyone in it may know (`PublicState`). */
import { type SchemaType, schema, t } from '@colyseus/schema';

export const SeatState = schema(
  {
    seat: t.string(),
    role: t.string(),
    name: t.string(),
    connected: t.boolean(),
    briefRead: t.boolean(),
    ready: t.boolean(),
    simulated: t.boolean(),
  },
  'Seat',
);
export type SeatState = SchemaType<typeof SeatState>;

export const RoomState = schema(
  {
    status: t.string(),
    caseMs: t.number(),
    pace: t.number(),
    phase: t.string(),
    roster: t.array(SeatState),
  },
  'Exercise',
);
export type RoomState = SchemaType<typeof RoomState>;
