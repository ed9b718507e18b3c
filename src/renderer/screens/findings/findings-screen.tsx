import { useWords } from '../../words/use-words.ts';

export function FindingsScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.findings.title}</h1>
      </header>
    </div>
  );
}
