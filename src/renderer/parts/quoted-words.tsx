import './forms.css';

/** Words of a policy or of evidence, exactly as they stand there: line breaks kept, nothing mended. */
export function QuotedWords({ words, label }: { readonly words: string; readonly label?: string }) {
  return (
    <blockquote className="quoted-words reading" aria-label={label}>
      {words}
    </blockquote>
  );
}
