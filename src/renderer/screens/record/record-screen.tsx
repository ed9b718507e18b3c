import { useWords } from '../../words/use-words.ts';

export function RecordScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.record.title}</h1>
      </header>
    </div>
  );
}
