/**
 * Milliseconds that only ever go on, whatever the device's calendar says: phones without a network have the wrong year, and get
 * the right one in the middle of a class. Means nothing on another page or another device.
 */
export const deviceNow = (): number => performance.now();
