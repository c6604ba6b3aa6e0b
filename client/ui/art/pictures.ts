/** Case art: fetched with the token, kept as text, made safe, shown as a blob with one of its expressions. */
import { deviceNow } from '../../state/device-time.ts';
import { safeSvg } from './safe-svg.ts';

/** Fetches each drawing once; `arrived` is called when something new can be shown. */
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

  /** A blob address of the drawing at a path; undefined while it is fetched. */
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

  /** The same, waited for; undefined where there is no such drawing. */
  async whenThere(path: string): Promise<string | undefined> {
    if (!this.#drawings.has(path)) {
      const drawing = await this.#read(path);
      if (drawing !== undefined) this.#drawings.set(path, drawing);
    }
    return this.#drawings.has(path) ? this.address(path) : undefined;
  }

  /** Gives the memory back. */
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
