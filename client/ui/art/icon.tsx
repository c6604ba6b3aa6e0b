import { DrawingMark } from './drawing-mark.tsx';
import { type IconName, iconOf } from './icon-paths.ts';

interface IconProps {
  name: IconName | (string & {}) | undefined;
  /** Side in CSS pixels. */
  size?: number | undefined;
  /** For screen readers, where no words stand beside it. */
  label?: string | undefined;
}

/** An icon in the colour of the text around it. Icons that point somewhere carry `data-mirror` for right-to-left pages. */
export function Icon({ name, size = 20, label }: IconProps) {
  const drawing = iconOf(name);
  return <DrawingMark drawing={drawing} size={size} label={label} mirror={drawing.mirror} />;
}
