import { useWords } from '../../words/use-words.ts';

export function PeopleScreen() {
  const words = useWords();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.people.title}</h1>
      </header>
    </div>
  );
}
