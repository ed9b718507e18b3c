import { useWords } from '../../words/use-words.ts';

export function StartScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.start.title}</h1>
      </header>
    </div>
  );
}
