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
  const { size = 15, face = 'sans', weight = 400, colour = 'ink', width, lines, align = 'start' } = style;
  const made = scene.add.text(x, y, text, {
    fontFamily: context.theme().css(face),
    fontSize: `${size}px`,
    fontStyle: String(weight),
    color: colour.startsWith('#') ? colour : context.theme().css(colour as ThemeToken),
    align: align === 'center' ? 'center' : rtl ? 'right' : 'left',
    rtl,
    // Arabic and Ethiopic letters reach beyond the Latin line.
    padding: { top: 4, bottom: 8 },
    ...(lines === undefined ? {} : { maxLines: lines }),
    ...(width === undefined ? {} : { wordWrap: { width } }),
  });
  made.setResolution(Math.ceil(context.density * 1.5));
  made.setOrigin(align === 'center' ? 0.5 : rtl ? 1 : 0, 0);
  return made;
}
