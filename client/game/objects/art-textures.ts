import type Phaser from 'phaser';
import { drawingSvg, emblemOf } from '../../art/emblem-paths.ts';
import { iconOf } from '../../art/icon-paths.ts';
import { safeSvg, svgAddress } from '../../art/safe-svg.ts';
import type { Size } from '../layout/geometry.ts';
import type { SceneContext } from '../scene-context.ts';

export interface PictureChoice extends Size {
  expression?: string | undefined;
  without?: readonly string[];
  /** The visible part of the drawing, in its own units; the whole drawing if absent. */
  part?: { x: number; y: number; width: number; height: number; of: Size };
  /** Clips the picture to a circle. */
  round?: boolean;
}

/** The head of a portrait. */
export const FACE = { x: 52, y: 66, width: 136, height: 136, of: { width: 240, height: 300 } };

const RETRY_MS = 4000;

/** Converts drawings to textures, each once per size. A drawing that is not available is requested again later. */
export class ArtTextures {
  readonly #scene: Phaser.Scene;
  readonly #context: SceneContext;
  readonly #arrived: () => void;
  readonly #sources = new Map<string, Promise<string | undefined>>();
  readonly #busy = new Set<string>();
  readonly #notBefore = new Map<string, number>();

  constructor(scene: Phaser.Scene, context: SceneContext, arrived: () => void) {
    this.#scene = scene;
    this.#context = context;
    this.#arrived = arrived;
  }

  /** The texture of a card's drawing. Undefined while the drawing loads, and if the card is missing or has none. */
  picture(cardId: string, choice: PictureChoice): string | undefined {
    if (this.#context.deps.tools.card(cardId)?.art === undefined) return undefined;
    const key = `${cardId} ${choice.expression ?? ''} ${choice.without?.join() ?? ''} ${choice.part ? 'part' : ''}${choice.round ? 'o' : ''} ${choice.width}x${choice.height}`;
    return this.#texture(key, choice, async () => {
      const text = await this.#source(cardId);
      return text === undefined
        ? undefined
        : safeSvg(text, { ...choice, size: wholeSize(choice, this.#context.density) });
    });
  }

  /** The texture of a bundled figure. */
  figure(name: string, svg: string, choice: PictureChoice): string | undefined {
    return this.#texture(`figure ${name} ${choice.width}x${choice.height}`, choice, async () =>
      safeSvg(svg, { ...choice, size: wholeSize(choice, this.#context.density) }),
    );
  }

  emblem(name: string, colour: string, size: number): string | undefined {
    return this.#mark(
      `emblem ${name} ${colour} ${size}`,
      drawingSvg(emblemOf(name), colour, size * this.#context.density),
      size,
    );
  }

  icon(name: string, colour: string, size: number): string | undefined {
    return this.#mark(
      `icon ${name} ${colour} ${size}`,
      drawingSvg(iconOf(name), colour, size * this.#context.density),
      size,
    );
  }

  #mark(key: string, svg: string, size: number): string | undefined {
    return this.#texture(key, { width: size, height: size }, async () => svg);
  }

  #texture(key: string, choice: PictureChoice, drawing: () => Promise<string | undefined>): string | undefined {
    if (this.#scene.textures.exists(key)) return key;
    if (this.#busy.has(key) || (this.#notBefore.get(key) ?? 0) > performance.now()) return undefined;
    this.#busy.add(key);
    void this.#paint(key, choice, drawing).finally(() => this.#busy.delete(key));
    return undefined;
  }

  async #paint(key: string, choice: PictureChoice, drawing: () => Promise<string | undefined>): Promise<void> {
    const svg = await drawing().catch(() => undefined);
    const image = svg === undefined ? undefined : await loadImage(svg);
    const textures = this.#scene.sys?.textures;
    if (!image || !textures) {
      this.#notBefore.set(key, performance.now() + RETRY_MS);
      setTimeout(() => this.#scene.sys?.textures && this.#arrived(), RETRY_MS + 1);
      return;
    }
    if (!textures.exists(key)) textures.addCanvas(key, paintCanvas(image, choice, this.#context.density));
    this.#arrived();
  }

  #source(cardId: string): Promise<string | undefined> {
    const known = this.#sources.get(cardId);
    if (known) return known;
    const asked = this.#context.deps
      .artUrl(cardId)
      .then(async (url) => (url === undefined ? undefined : (await fetch(url)).text()));
    this.#sources.set(cardId, asked);
    const forget = (text?: string): void => void (text === undefined && this.#sources.delete(cardId));
    asked.then(forget, () => forget());
    return asked;
  }
}

/** The size at which to paint the whole drawing, so that its visible part gets the requested size. */
function wholeSize({ width, height, part }: PictureChoice, density: number): Size {
  const [x, y] = part ? [part.of.width / part.width, part.of.height / part.height] : [1, 1];
  return { width: width * density * x, height: height * density * y };
}

async function loadImage(svg: string): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = svgAddress(svg);
  return image.decode().then(
    () => image,
    () => undefined,
  );
}

function paintCanvas(image: HTMLImageElement, choice: PictureChoice, density: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(choice.width * density);
  canvas.height = Math.ceil(choice.height * density);
  const paint = canvas.getContext('2d');
  if (!paint) return canvas;
  if (choice.round) {
    paint.beginPath();
    paint.arc(canvas.width / 2, canvas.height / 2, Math.min(canvas.width, canvas.height) / 2, 0, 2 * Math.PI);
    paint.clip();
  }
  const { part } = choice;
  const whole = wholeSize(choice, density);
  const [x, y] = part ? [(-part.x / part.of.width) * whole.width, (-part.y / part.of.height) * whole.height] : [0, 0];
  paint.drawImage(image, x, y, whole.width, whole.height);
  return canvas;
}
