import { useWords } from '../words/use-words.ts';
import './parts.css';

/** What is being read, in words; shown only when it takes long enough to be noticed. */
export function LoadingLine({ what }: { readonly what: string }) {
  const words = useWords().parts;
  return (
    <p className="loading-line" role="status">
      {words.loading(what)}
    </p>
  );
}
