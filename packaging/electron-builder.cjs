// What goes into a package of Evenhand, for which systems, and how it is locked. `npm run package` calls it.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Set where the official Electron cannot be had: a build to try the packaging on, never for users. */
const trial = process.env['EVENHAND_TRIAL_DIST'];

module.exports = {
  appId: 'org.evenhand.workbench',
  productName: 'Evenhand',
  copyright: 'The Evenhand authors, Apache License 2.0',
  directories: { output: 'dist' },
  electronVersion: process.env['EVENHAND_TRIAL_VERSION'] ?? devDependencies.electron,
  ...(trial ? { electronDist: trial } : {}),
  npmRebuild: false, // the native modules come built, one for every system
  files: ['out/**/*', '!out/**/*.map', '!out/.built-from', 'package.json', 'LICENSE'],
  // Read at run time by their paths, as they lie in the checkout.
  extraResources: [
    { from: 'resources', to: 'resources' },
    ...(trial ? [{ from: 'dist/not-for-users.json', to: 'not-for-users.json' }] : []),
  ],
  // The engine and its libraries are read by native code, by worker processes and, in a trial build, by another Node:
  // none of these can look into an archive.
  asar: true,
  asarUnpack: ['out/engine/**/*', 'node_modules/**/*'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    // The runtime of a trial build is older than this fuse.
    ...(trial ? {} : { grantFileProtocolExtraPrivileges: false }),
  },
  fileAssociations: [{ ext: 'evenhand', name: 'Evenhand case', role: 'Editor' }],
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    synopsis: 'Fair, offline investigations of complaints about an employee’s social media conduct',
    maintainer: 'The Evenhand authors',
  },
  // Installed once for everybody on the computer, silently with /S; uninstalling leaves cases and profiles where they are.
  win: { target: ['nsis', 'msi'] },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  msi: { perMachine: true, oneClick: false },
  mac: { target: ['dmg'], category: 'public.app-category.business', hardenedRuntime: true, gatekeeperAssess: false },
};
