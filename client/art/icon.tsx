import { DrawingMark } from './drawing-mark.tsx';
import { type IconName, iconOf } from './icon-paths.ts';

interface IconProps {
  name: IconName | (string & {}) | undefined;
  /** The side length in CSS pixels. */
  size?: number | undefined;
  /** The name for screen readers, if no text stands beside the icon. */
  label?: string | undefined;
}

/** An icon in the current text colour. Directional icons have `data-mirror` for right-to-left pages. */
export function Icon({ name, size = 20, label }: IconProps) {
  const drawing = iconOf(name);
  return <DrawingMark drawing={drawing} size={size} label={label} mirror={drawing.mirror} />;
}
