// Typed by hand, `node` may be older than the project's own: the database driver would then crash without a word.
const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  process.stderr.write(
    `This is Node ${process.versions.node}. Start this through npm ("npm test", "npm start", "npm run …"): ` +
      'npm puts the Node 24 of this project first.\n',
  );
  process.exit(2);
}
