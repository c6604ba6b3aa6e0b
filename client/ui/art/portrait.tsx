import { useMemo } from 'preact/hooks';
import { safeSvg, svgAddress } from './safe-svg.ts';

export type Expression = 'calm' | 'guarded' | 'tired' | 'distressed' | 'relieved';

interface PortraitProps {
  /** The fetched drawing; a plain outline of a person stands in while there is none. */
  svg?: string | undefined;
  expression?: Expression | undefined;
  /** Who it is, for screen readers; empty where the name stands beside it. */
  alt?: string | undefined;
  /** False leaves out the tinted backdrop. */
  ground?: boolean | undefined;
  class?: string | undefined;
}

/** Somebody whose picture is not known: the same bearing, no features. */
const NOBODY =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 300"><g data-part="ground"><path d="M0 0H240V300H0Z" fill="#dcd8d0"/></g>' +
  '<path d="M36 301C36 240 74 214 104 206V178C84 168 76 146 76 124C76 92 96 72 120 72S164 92 164 124C164 146 156 168 136 178V206C166 214 204 240 204 301Z" fill="#a9a396"/></svg>';

/** A person of the case with one of five expressions. */
export function Portrait({ svg, expression = 'calm', alt = '', ground = true, class: className }: PortraitProps) {
  const address = useMemo(() => {
    const choice = { expression, without: ground ? [] : ['ground'] };
    return svgAddress((svg && safeSvg(svg, choice)) || safeSvg(NOBODY, choice) || NOBODY);
  }, [svg, expression, ground]);
  return <img class={className ?? 'portrait'} src={address} alt={alt} width={240} height={300} draggable={false} />;
}
