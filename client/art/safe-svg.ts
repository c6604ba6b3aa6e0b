/**
 * Sanitises drawings of the case, which come from authors: parses them and keeps only allowed elements and attributes (shapes and
 * paint; no script, style sheet or external link). The result is shown as an image, never as markup of the page.
 */
const ELEMENTS = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'title',
  'clipPath',
  'defs',
  'linearGradient',
  'radialGradient',
  'stop',
]);

const ATTRIBUTES = new Set([
  'viewBox',
  'd',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
  'points',
  'transform',
  'id',
  'fill',
  'fill-opacity',
  'fill-rule',
  'clip-rule',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'display',
  'clip-path',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'offset',
  'stop-color',
  'stop-opacity',
  'gradientUnits',
  'gradientTransform',
  'data-expression',
  'data-part',
  'preserveAspectRatio',
]);

const SVG = 'http://www.w3.org/2000/svg';
const LOCAL_URL = /^url\(#[\w-]+\)$/;

export interface SvgChoice {
  /** Keeps this expression and removes the others. A drawing that lacks it shows `calm`. */
  expression?: string | undefined;
  /** Parts (`data-part`) to remove: `ground` for a figure without its background. */
  without?: readonly string[] | undefined;
  /** The size to paint at; defaults to the drawing's own box. */
  size?: { width: number; height: number } | undefined;
}

/** Returns the drawing as safe SVG text, or undefined if the text is not an SVG. */
export function safeSvg(text: string, choice: SvgChoice = {}): string | undefined {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.namespaceURI !== SVG || root.localName !== 'svg' || parsed.querySelector('parsererror')) return undefined;
  sanitise(root);
  for (const part of choice.without ?? [])
    for (const found of root.querySelectorAll(`[data-part="${CSS.escape(part)}"]`)) found.remove();
  showExpression(root, choice.expression ?? 'calm');
  setSize(root, choice.size);
  return new XMLSerializer().serializeToString(root);
}

/** Returns the drawing as a URL for an `<img>`. */
export const svgAddress = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** Iterates over copies of both lists, because they are live and shrink during the loop. */
function sanitise(element: Element): void {
  for (const { name, value } of Array.from(element.attributes)) {
    const paint = value.includes('(') && /url/i.test(value);
    if (name !== 'xmlns' && (!ATTRIBUTES.has(name) || (paint && !LOCAL_URL.test(value)))) element.removeAttribute(name);
  }
  for (const child of Array.from(element.childNodes)) {
    if (child.nodeType === Node.TEXT_NODE) continue;
    if (child instanceof Element && child.namespaceURI === SVG && ELEMENTS.has(child.localName)) sanitise(child);
    else child.remove();
  }
}

function showExpression(root: Element, expression: string): void {
  const faces = [...root.querySelectorAll('[data-expression]')];
  const shown = faces.some((face) => face.getAttribute('data-expression') === expression) ? expression : 'calm';
  for (const face of faces) {
    if (face.getAttribute('data-expression') === shown) face.removeAttribute('display');
    else face.remove();
  }
}

function setSize(root: Element, size: SvgChoice['size']): void {
  const [, , width = '240', height = '300'] = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/);
  root.setAttribute('width', String(size?.width ?? width));
  root.setAttribute('height', String(size?.height ?? height));
}
