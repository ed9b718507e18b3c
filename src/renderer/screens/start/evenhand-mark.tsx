/** The mark: two bars of the same length, one for each side. */
export function EvenhandMark() {
  return (
    <svg className="evenhand-mark" viewBox="0 0 48 48" aria-hidden="true">
      <rect x="1" y="1" width="46" height="46" rx="10" className="evenhand-mark-ground" />
      <rect x="11" y="15" width="26" height="6" rx="2" className="evenhand-mark-bar" />
      <rect x="11" y="27" width="26" height="6" rx="2" className="evenhand-mark-bar" />
    </svg>
  );
}
