import { useWords } from '../../words/use-words.ts';

export function GridScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.grid.title}</h1>
      </header>
    </div>
  );
}
