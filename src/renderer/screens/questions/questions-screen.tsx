import { useWords } from '../../words/use-words.ts';

export function QuestionsScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.questions.title}</h1>
      </header>
    </div>
  );
}
