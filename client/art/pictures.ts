/** Drawings of the case: fetched with the token, sanitised, and shown as blob URLs with one expression each. */
import { deviceNow } from '../device/device-time.ts';
import { safeSvg } from './safe-svg.ts';

/** Fetches each drawing once and calls `arrived` when a new one can be shown. */
export class Pictures {
  readonly #read: (path: string) => Promise<string | undefined>;
  readonly #arrived: () => void;
  readonly #drawings = new Map<string, string>();
  readonly #shown = new Map<string, string>();
  readonly #notBefore = new Map<string, number>();

  constructor(read: (path: string) => Promise<string | undefined>, arrived: () => void) {
    this.#read = read;
    this.#arrived = arrived;
  }

  /** The blob URL of a drawing, or undefined while it loads. */
  address(path: string, expression?: string): string | undefined {
    const key = `${path} ${expression ?? ''}`;
    const known = this.#shown.get(key);
    if (known !== undefined) return known;
    const drawing = this.#drawings.get(path);
    if (drawing === undefined) {
      this.#fetch(path);
      return undefined;
    }
    const blob = new Blob([safeSvg(drawing, { expression }) ?? ''], { type: 'image/svg+xml' });
    const address = URL.createObjectURL(blob);
    this.#shown.set(key, address);
    return address;
  }

  /** Waits for the drawing and resolves to its blob URL, or to undefined if there is none. */
  async load(path: string): Promise<string | undefined> {
    if (!this.#drawings.has(path)) {
      const drawing = await this.#read(path);
      if (drawing !== undefined) this.#drawings.set(path, drawing);
    }
    return this.#drawings.has(path) ? this.address(path) : undefined;
  }

  /** Revokes all blob URLs. */
  close(): void {
    for (const address of this.#shown.values()) URL.revokeObjectURL(address);
    this.#shown.clear();
  }

  #fetch(path: string): void {
    if ((this.#notBefore.get(path) ?? 0) > deviceNow()) return;
    this.#notBefore.set(path, deviceNow() + 10_000);
    void this.#read(path).then((drawing) => {
      if (drawing === undefined) return;
      this.#drawings.set(path, drawing);
      this.#arrived();
    });
  }
}
