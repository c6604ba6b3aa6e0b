import type { Drawing } from './emblem-paths.ts';

/** A 24×24 drawing in the current text colour. */
export function DrawingMark({
  drawing,
  size,
  label,
  mirror,
}: {
  drawing: Drawing;
  size: number;
  label?: string | undefined;
  mirror?: boolean | undefined;
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      focusable="false"
      data-mirror={mirror ? '' : undefined}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {drawing.lines && (
        <path
          d={drawing.lines}
          stroke="currentColor"
          stroke-width="1.9"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      )}
      {drawing.fill && <path d={drawing.fill} fill="currentColor" />}
    </svg>
  );
}
