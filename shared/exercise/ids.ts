/** Names for the ids that travel through the core. Plain strings; the names say which is meant. */
export type RoleId = string;
export type SeatId = string;
export type PlaceId = string;
export type PersonId = string;
export type ItemId = string;
/** A reference into the erasable table of free texts; the text itself never stands in an event. */
export type TextRef = string;

/** Who acts: a role id, an outside body’s id, `trainer`, or `story` (timers, injects, what people do by themselves). */
export type Actor = string;
