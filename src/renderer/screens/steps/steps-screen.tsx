import { useWords } from '../../words/use-words.ts';

export function StepsScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.steps.title}</h1>
      </header>
    </div>
  );
}
