/** Words around a hit, with the hit marked; hits stand between `⟦` and `⟧`. */
export function SnippetText({ snippet }: { readonly snippet: string }) {
  let at = 0;
  const pieces = snippet.split(/(⟦[^⟧]*⟧)/).map((piece) => {
    const start = at;
    at += piece.length;
    return { piece, start };
  });
  const shown = pieces.filter(({ piece }) => piece !== '');
  return (
    <span className="snippet">
      {shown.map(({ piece, start }) =>
        piece.startsWith('⟦') ? <mark key={start}>{piece.slice(1, -1)}</mark> : <span key={start}>{piece}</span>,
      )}
    </span>
  );
}
