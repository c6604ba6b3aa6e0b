/** The alphabet of class codes. In its own file because the join page loads it first. */

/** 31 letters and digits, without 0/O and 1/I/L. */
export const PIN_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const PIN_LENGTH = 6;
