/** Names for the ids of the core. All are plain strings; the names show which id is meant. */
export type RoleId = string;
export type SeatId = string;
export type PlaceId = string;
export type PersonId = string;
export type ItemId = string;
/** A reference into the erasable table of free texts; an event never contains the text itself. */
export type TextRef = string;

/**
 * Who acts, as events keep it: a role id, an outside body’s id, `trainer`, or `story` (timers, injects, acts of people of the
 * case).
 */
export type KeptBy = string;
