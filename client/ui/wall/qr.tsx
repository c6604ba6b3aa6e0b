/** The QR that the server drew, as a picture: nothing in it can run. */
export function Qr({ svg, label }: { svg: string; label: string }) {
  return <img class="wall-qr" src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={label} />;
}
