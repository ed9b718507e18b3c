import { useWords } from '../../words/use-words.ts';

export function EvidenceScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.evidence.title}</h1>
      </header>
    </div>
  );
}
