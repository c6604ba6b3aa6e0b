/**
 * Monotonic milliseconds, independent of the device's calendar: phones without a network start with a wrong date and correct it
 * during a class. Values are comparable within one page only.
 */
export const deviceNow = (): number => performance.now();
