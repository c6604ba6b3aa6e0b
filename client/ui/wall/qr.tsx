/** The QR code from the server as an image, so that it cannot run scripts. */
export function Qr({ svg, label }: { svg: string; label: string }) {
  return <img class="wall-qr" src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={label} />;
}
