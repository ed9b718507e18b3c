import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { ChooseFile } from '../contract/os.ts';
import { fileName, withEnding } from './file-name.ts';

const caseEnding = '.evenhand';
const caseFiles = [{ name: 'Evenhand case', extensions: ['evenhand'] }];

/** @returns the chosen files, null where the person thought better of it */
export async function chooseFiles(window: BrowserWindow): Promise<string[] | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Choose evidence',
    buttonLabel: 'Import',
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
  });
  return answer.canceled ? null : answer.filePaths;
}

/** @param purpose `place` for a folder into which something is put; null for one with evidence */
export async function chooseFolder(window: BrowserWindow, purpose: 'place' | null): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    ...(purpose === 'place'
      ? { title: 'Choose a folder', buttonLabel: 'Choose' }
      : { title: 'Choose a folder of evidence', buttonLabel: 'Import' }),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

const otherFiles: Readonly<Record<ChooseFile, OpenDialogOptions>> = {
  'stamp-answer': {
    title: 'Choose the answer of the time-stamping authority',
    filters: [{ name: 'Time-stamp answer', extensions: ['tsr', 'tsp', 'der'] }],
  },
  'sealed-key': { title: 'Choose the sealed key', filters: [{ name: 'Sealed key', extensions: ['json'] }] },
  'escrow-key': { title: 'Choose the escrow key', filters: [{ name: 'Private key', extensions: ['pem'] }] },
};

/** One file that is no evidence. */
export async function chooseFile(window: BrowserWindow, purpose: ChooseFile): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    ...otherFiles[purpose],
    buttonLabel: 'Choose',
    properties: ['openFile', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

export async function chooseCase(window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Open a case',
    buttonLabel: 'Open',
    filters: caseFiles,
    properties: ['openFile', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Asks where a new case goes. The engine refuses a path that is taken, so no case is ever overwritten here. */
export async function placeCase(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const answer = await dialog.showSaveDialog(window, {
    title: 'Where the new case is kept',
    buttonLabel: 'Make the case',
    defaultPath: join(documentsFolder(), withEnding(fileName(suggestedName), caseEnding)),
    filters: caseFiles,
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return answer.canceled || !answer.filePath ? null : withEnding(answer.filePath, caseEnding);
}

const documentFiles = { pdf: 'PDF document', docx: 'Word document' } as const;

export async function placeDocument(
  window: BrowserWindow,
  suggestedName: string,
  format: 'pdf' | 'docx',
): Promise<string | null> {
  const answer = await dialog.showSaveDialog(window, {
    title: 'Save a copy of the document',
    buttonLabel: 'Save',
    defaultPath: join(documentsFolder(), withEnding(fileName(suggestedName), `.${format}`)),
    filters: [{ name: documentFiles[format], extensions: [format] }],
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return answer.canceled || !answer.filePath ? null : withEnding(answer.filePath, `.${format}`);
}

function documentsFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return homedir(); // a Linux without such a folder
  }
}
