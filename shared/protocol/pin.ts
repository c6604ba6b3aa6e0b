/** What a class code is made of. In a file of its own, because the page for joining needs it before anything else. */

/** No 0/O, 1/I/L; 31 letters and digits. */
export const PIN_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const PIN_LENGTH = 6;
