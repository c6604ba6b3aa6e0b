import type Phaser from 'phaser';
import type { SceneContext } from '../scene-context.ts';
import type { ThemeToken } from '../scene-deps.ts';

export interface WordsStyle {
  size?: number;
  face?: 'sans' | 'serif';
  weight?: number;
  /** A token of the theme, or a CSS colour. */
  colour?: string;
  width?: number;
  lines?: number;
  align?: 'start' | 'center';
  /** Keep to one line of `width`, with dots for what does not fit. */
  clipped?: boolean;
}

/** The few words a scene shows itself, with room for tall scripts and in the reading direction of the page. */
export function words(
  scene: Phaser.Scene,
  context: SceneContext,
  x: number,
  y: number,
  text: string,
  style: WordsStyle = {},
): Phaser.GameObjects.Text {
  const { rtl } = context.deps;
  const {
    size = 15,
    face = 'sans',
    weight = 400,
    colour = 'ink',
    width,
    lines,
    align = 'start',
    clipped = false,
  } = style;
  const unit = rtl ? Math.ceil(context.density * 1.2) : 1;
  const made = scene.add.text(x, y, text, {
    fontFamily: context.theme().css(face),
    fontSize: `${size * unit}px`,
    fontStyle: String(weight),
    color: colour.startsWith('#') ? colour : context.theme().css(colour as ThemeToken),
    align: align === 'center' ? 'center' : rtl ? 'right' : 'left',
    rtl,
    // Arabic and Ethiopic letters reach beyond the Latin line.
    padding: { top: 4 * unit, bottom: 8 * unit },
    ...(lines === undefined ? {} : { maxLines: lines }),
    ...(width === undefined || clipped ? {} : { wordWrap: { width: width * unit } }),
  });
  made.setData('unit', unit).setResolution(rtl ? 1 : sharpness(scene));
  resize(made, 1);
  made.setOrigin(align === 'center' ? 0.5 : rtl ? 1 : 0, 0);
  if (clipped && width !== undefined) clip(made, text, width * unit);
  return made;
}

/**
 * Phaser puts right-to-left words in the wrong place at any resolution but 1, so those are written larger and shown smaller.
 * Whoever scales words goes through here.
 */
export function resize(text: Phaser.GameObjects.Text, factor: number): void {
  text.setScale(factor / Number(text.getData('unit') ?? 1));
}

function clip(made: Phaser.GameObjects.Text, text: string, width: number): void {
  for (let kept = text.length - 1; kept > 0 && made.width > width; kept -= 1)
    made.setText(`${text.slice(0, kept).trimEnd()}…`);
}

/** Letters are painted at the size they are seen; the camera's zoom holds the screen's density. */
const sharpness = (scene: Phaser.Scene): number => Math.min(Math.max(scene.cameras.main.zoom, 0.75), 5);

/** Paints all words anew for the zoom of the moment. */
export function sharpen(
  scene: Phaser.Scene,
  within: readonly Phaser.GameObjects.GameObject[] = scene.children.list,
): void {
  const wanted = sharpness(scene);
  for (const one of within) {
    if ('setResolution' in one && 'style' in one) {
      const text = one as Phaser.GameObjects.Text;
      if (!text.style.rtl && Math.abs(text.style.resolution / wanted - 1) > 0.12) text.setResolution(wanted);
    } else if ('list' in one && Array.isArray(one.list)) sharpen(scene, one.list);
  }
}
