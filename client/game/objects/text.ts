import type Phaser from 'phaser';
import type { SceneContext } from '../scene-context.ts';
import type { ThemeToken } from '../scene-deps.ts';

export interface TextStyle {
  size?: number;
  face?: 'sans' | 'serif';
  weight?: number;
  /** A theme token or a CSS colour. */
  colour?: string;
  width?: number;
  lines?: number;
  align?: 'start' | 'center';
  /** Limits the text to one line of `width` and ends it with an ellipsis. */
  clipped?: boolean;
}

/** Adds a text to a scene, with space for tall scripts and in the reading direction of the page. */
export function addText(
  scene: Phaser.Scene,
  context: SceneContext,
  x: number,
  y: number,
  text: string,
  style: TextStyle = {},
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
    // Arabic and Ethiopic letters extend beyond the Latin line height.
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
 * Scales a text. Phaser misplaces right-to-left text at any resolution but 1, so such text is drawn larger and scaled down; every
 * scaling of texts must use this function.
 */
export function resize(text: Phaser.GameObjects.Text, factor: number): void {
  text.setScale(factor / Number(text.getData('unit') ?? 1));
}

function clip(made: Phaser.GameObjects.Text, text: string, width: number): void {
  for (let kept = text.length - 1; kept > 0 && made.width > width; kept -= 1)
    made.setText(`${text.slice(0, kept).trimEnd()}…`);
}

/** The resolution of texts for the current zoom; the camera's zoom already includes the screen's density. */
const sharpness = (scene: Phaser.Scene): number => Math.min(Math.max(scene.cameras.main.zoom, 0.75), 5);

/** Repaints all texts at the resolution of the current zoom. */
export function sharpen(
  scene: Phaser.Scene,
  within: readonly Phaser.GameObjects.GameObject[] = scene.children.list,
): void {
  const target = sharpness(scene);
  for (const each of within) {
    if ('setResolution' in each && 'style' in each) {
      const text = each as Phaser.GameObjects.Text;
      if (!text.style.rtl && Math.abs(text.style.resolution / target - 1) > 0.12) text.setResolution(target);
    } else if ('list' in each && Array.isArray(each.list)) sharpen(scene, each.list);
  }
}
