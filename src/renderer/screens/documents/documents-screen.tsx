import { useWords } from '../../words/use-words.ts';

export function DocumentsScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.documents.title}</h1>
      </header>
    </div>
  );
}
