import { useWords } from '../../words/use-words.ts';

export function OverviewScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.overview.title}</h1>
      </header>
    </div>
  );
}
