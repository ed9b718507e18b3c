import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
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

export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Choose a folder of evidence',
    buttonLabel: 'Import',
    properties: ['openDirectory', 'dontAddToRecent'],
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
