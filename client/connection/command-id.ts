/** 16 random bytes as hex. `crypto.randomUUID` is missing on plain HTTP; `getRandomValues` is available. */
export function commandId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
