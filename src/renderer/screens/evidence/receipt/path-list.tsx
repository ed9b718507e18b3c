/** The first few paths of what was handed over, and how many more. */
export function PathList({ paths }: { readonly paths: readonly string[] }) {
  const shown = paths.slice(0, 4);
  return (
    <ul className="receipt-paths">
      {shown.map((path) => (
        <li key={path} className="clipped" title={path}>
          {path}
        </li>
      ))}
      {paths.length > shown.length ? <li>+{paths.length - shown.length}</li> : null}
    </ul>
  );
}
