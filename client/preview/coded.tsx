/** A sentence in which ids stand between backticks, as findings have them. */
export function Coded({ text }: { text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}
