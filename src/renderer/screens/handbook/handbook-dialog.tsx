import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { HandbookPage } from '../../words/en/handbook/shape.ts';
import { useWords } from '../../words/use-words.ts';
import { findInHandbook, type HandbookPlace, pagesOf } from './find.ts';
import { pictures } from './pictures.ts';
import './handbook.css';

interface HandbookDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The handbook above whatever is being done; closing it comes back to the same place. */
export function HandbookDialog({ opened, onClose }: HandbookDialogProps) {
  const words = useWords().handbook;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.name}
      size="70rem"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {opened ? <Handbook /> : null}
    </Modal>
  );
}

function Handbook() {
  const words = useWords().handbook;
  const [place, setPlace] = useState<HandbookPlace>('begin');
  const [query, setQuery] = useState('');
  const show = (next: HandbookPlace) => {
    setPlace(next);
    setQuery('');
  };
  return (
    <div className="handbook">
      <nav className="handbook-list stack" aria-label={words.contents}>
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<IconSearch size={15} aria-hidden />}
          data-autofocus
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <ul>
          {[
            ...pagesOf(words).map(([id, { title }]) => ({ id, title })),
            { id: 'terms' as const, title: words.terms },
          ].map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                className="handbook-entry plain-button"
                aria-current={query === '' && id === place ? 'page' : undefined}
                onClick={() => show(id)}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="handbook-page" aria-live="polite">
        {query.trim() === '' ? <Place place={place} /> : <Found query={query} onShow={show} />}
      </div>
    </div>
  );
}

function Place({ place }: { readonly place: HandbookPlace }) {
  const words = useWords().handbook;
  return place === 'terms' ? <Terms /> : <Page page={words.pages[place]} />;
}

function Page({ page }: { readonly page: HandbookPage }) {
  return (
    <article className="stack">
      <div className="stack-close">
        <h3 className="handbook-title">{page.title}</h3>
        <p className="quiet">{page.about}</p>
      </div>
      {page.picture === undefined ? null : (
        <figure className="handbook-picture">
          <img src={pictures[page.picture.name]} alt={page.picture.words} />
          <figcaption className="small quiet">{page.picture.words}</figcaption>
        </figure>
      )}
      {page.sections.map((section) => (
        <section key={section.heading} className="stack-close">
          <h4>{section.heading}</h4>
          {section.text.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {section.steps === undefined ? null : (
            <ol>
              {section.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </article>
  );
}

function Terms() {
  const words = useWords().handbook;
  const terms = Object.values(words.list).toSorted(([a], [b]) => a.localeCompare(b));
  return (
    <article className="stack">
      <div className="stack-close">
        <h3 className="handbook-title">{words.terms}</h3>
        <p className="quiet">{words.termsAbout}</p>
      </div>
      <dl className="handbook-terms">
        {terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function Found({ query, onShow }: { readonly query: string; readonly onShow: (place: HandbookPlace) => void }) {
  const words = useWords().handbook;
  const hits = findInHandbook(words, query);
  return (
    <div className="stack">
      <p className="quiet">{words.found(hits.length)}</p>
      <ul className="handbook-hits">
        {hits.map((hit) => (
          <li key={`${hit.page} ${hit.title} ${hit.words}`}>
            <button type="button" className="handbook-hit plain-button" onClick={() => onShow(hit.page)}>
              <strong>{hit.title}</strong>
              <span>{hit.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
