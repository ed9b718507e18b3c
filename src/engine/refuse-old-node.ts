// Imported before everything else by whatever is started by hand or by path: the database driver crashes an older Node
// without a word.
if (Number(process.versions.node.split('.')[0]) < 22) {
  process.stderr.write(
    `Evenhand needs Node 22 or newer; this is ${process.versions.node}. Start it by "npm run …", which brings its own.\n`,
  );
  process.exit(70);
}
