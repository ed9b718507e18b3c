import { directionMarks } from '../parties.ts';

/** Words that WhatsApp itself writes into an export, by what they tell, in the languages seen in exports. */
const lists = {
  edited: [
    'This message was edited',
    'Se editó este mensaje',
    'Se editó este mensaje.',
    'Diese Nachricht wurde bearbeitet',
    'Diese Nachricht wurde bearbeitet.',
    'Ce message a été modifié',
    'Mensagem editada',
    'Esta mensagem foi editada',
    'Questo messaggio è stato modificato',
    'Dit bericht is bewerkt',
    'Сообщение изменено',
    'Bu mesaj düzenlendi',
    'Edytowano tę wiadomość',
    'Pesan ini diedit',
    'Det här meddelandet har redigerats',
    'Denne besked blev redigeret',
    'הודעה זו נערכה',
    'تم تعديل هذه الرسالة',
    'このメッセージは編集済みです',
    '此消息已编辑',
    '此訊息已編輯',
    '이 메시지는 수정되었습니다',
  ],
  deleted: [
    'This message was deleted',
    'This message was deleted.',
    'You deleted this message',
    'You deleted this message.',
    'Se eliminó este mensaje',
    'Se eliminó este mensaje.',
    'Eliminaste este mensaje',
    'Eliminaste este mensaje.',
    'Este mensaje fue eliminado',
    'Diese Nachricht wurde gelöscht',
    'Diese Nachricht wurde gelöscht.',
    'Du hast diese Nachricht gelöscht.',
    'Ce message a été supprimé',
    'Vous avez supprimé ce message',
    'Mensagem apagada',
    'Esta mensagem foi apagada',
    'Você apagou esta mensagem',
    'Questo messaggio è stato eliminato',
    'Hai eliminato questo messaggio',
    'Dit bericht is verwijderd',
    'Dit bericht werd verwijderd',
    'Данное сообщение удалено',
    'Данное сообщение удалено.',
    'Вы удалили данное сообщение',
    'Вы удалили данное сообщение.',
    'Bu mesaj silindi',
    'Bu mesaj silindi.',
    'Bu mesajı sildiniz',
    'Bu mesajı sildiniz.',
    'Ta wiadomość została usunięta',
    'Ta wiadomość została usunięta.',
    'Usunięto tę wiadomość',
    'Pesan ini telah dihapus',
    'Pesan ini dihapus',
    'Anda menghapus pesan ini',
    'Det här meddelandet togs bort',
    'Du tog bort det här meddelandet',
    'Denne besked blev slettet',
    'Du slettede denne besked',
    'Denne meldingen ble slettet',
    'Tämä viesti poistettiin',
    'Hai eliminato questo messaggio.',
    'Questo messaggio è stato eliminato.',
    'הודעה זו נמחקה',
    'תוכן הודעה זו נמחק',
    'تم حذف هذه الرسالة',
    'このメッセージは削除されました',
    '此消息已删除',
    '您已删除此消息',
    '此訊息已刪除',
    '您已刪除此訊息',
    '삭제된 메시지입니다',
    'यह संदेश मिटा दिया गया था',
    'Tin nhắn này đã bị xóa',
  ],
  omitted: [
    '<Media omitted>',
    '<Multimedia omitido>',
    '<Archivo omitido>',
    '<Medien ausgeschlossen>',
    '<Mídia oculta>',
    '<Arquivo de mídia oculto>',
    '<Médias omis>',
    '<Média omis>',
    '<Media omessi>',
    '<Media weggelaten>',
    'image omitted',
    'photo omitted',
    'video omitted',
    'audio omitted',
    'sticker omitted',
    'GIF omitted',
    'document omitted',
    'Contact card omitted',
    'imagen omitida',
    'video omitido',
    'Video omitido',
    'audio omitido',
    'sticker omitido',
    'GIF omitido',
    'documento omitido',
    'Bild weggelassen',
    'Video weggelassen',
    'Audio weggelassen',
    'image absente',
    'vidéo absente',
    'audio omis',
    'imagem ocultada',
    'vídeo omitido',
    'áudio ocultado',
    'afbeelding weggelaten',
    '<Без медиафайлов>',
    '<Файл опущен>',
    '<Medya dahil edilmedi>',
    '<Medya atlanmış>',
    '<pominięto multimedia>',
    '<multimedia pominięto>',
    '<Media tidak disertakan>',
    '<Media har utelämnats>',
    '<Medierne er udeladt>',
    '<Mediene er utelatt>',
    '<Media jätettiin pois>',
    '<Média vynechána>',
    '<Média kihagyva>',
    '<המדיה לא נכללה>',
    '<تم استبعاد الوسائط>',
    '<メディアは含まれていません>',
    '<省略多媒体文件>',
    '<忽略多媒體檔>',
    '<略過多媒體檔案>',
    '<미디어 파일 생략됨>',
    '<मीडिया के बिना>',
    'immagine omessa',
    'video omesso',
    'sticker omesso',
    'GIF esclusa',
    'documento omesso',
    'sticker omis',
    'GIF retirée',
    'document manquant',
    'figurinha omitida',
    'GIF omitido',
    'documento omitido',
    'video weggelaten',
    'audio weggelaten',
    'sticker weggelaten',
    'изображение отсутствует',
    'видео отсутствует',
    'аудиофайл отсутствует',
    'görüntü dahil edilmedi',
    'video dahil edilmedi',
    'ses dahil edilmedi',
    'pominięto obraz',
    'Sticker weggelassen',
    'GIF weggelassen',
    'Dokument weggelassen',
    'Kontaktkarte ausgelassen',
    'tarjeta de contacto omitida',
  ],
  attached: [
    'file attached',
    'archivo adjunto',
    'Datei angehängt',
    'fichier joint',
    'arquivo anexado',
    'file allegato',
    'bestand bijgevoegd',
    'файл добавлен',
    'dosya ekli',
    'plik załączony',
    'załączono plik',
    'file terlampir',
    'bifogad fil',
    'vedhæftet fil',
    'vedlagt fil',
    'tiedosto liitetty',
    'soubor připojen',
    'קובץ מצורף',
    'הקובץ מצורף',
    'الملف مرفق',
    '添付ファイル',
    '文件附件',
    '檔案附件',
    '附加檔案',
    '파일 첨부됨',
    'फ़ाइल संलग्न है',
  ],
} as const;

const fold = (text: string): string => text.replace(directionMarks, '').trim().toLowerCase();

const sets = {
  edited: new Set(lists.edited.map(fold)),
  deleted: new Set(lists.deleted.map(fold)),
  omitted: new Set(lists.omitted.map(fold)),
  attached: new Set(lists.attached.map(fold)),
};

/** Whether WhatsApp says with these words what the kind names. */
export const says = (kind: keyof typeof lists, text: string): boolean => sets[kind].has(fold(text));

const encryption =
  /end-to-end encrypted|cifrados? de extremo a extremo|ende-zu-ende|chiffrés de bout en bout|criptografia de ponta|crittografati end-to-end|end-to-end versleuteld|сквозным шифрованием|uçtan uca şifreli|szyfrowani\w+ (?:metodą )?end-to-end|terenkripsi secara end-to-end|מקצה לקצה|بين الطرفين|エンドツーエンド|端到端|端對端|종단 ?간 암호화/i;

/**
 * Sentences of the system that carry an author on an iPhone (`Team: Messages and calls are end-to-end encrypted…`).
 * They count only where a direction mark stands before them, since a person can type the same words.
 */
const notices: readonly RegExp[] = [
  encryption,
  /\b(?:created|changed|left|joined|added|removed|was added|were added|is now an admin|now an admin|turned (?:on|off))\b.{0,120}/i,
  /(?<!\p{L})(?:creó|cambió|salió|añadió|agregó|eliminó a|se unió)(?!\p{L})/iu,
  /(?<!\p{L})(?:hat|haben|hast)\b.{0,120}\b(?:erstellt|geändert|hinzugefügt|entfernt|verlassen)(?!\p{L})/iu,
  /(?<!\p{L})(?:a créé|a modifié|a ajouté|a quitté|a rejoint)(?!\p{L})/iu,
  /(?<!\p{L})(?:criou|mudou|adicionou|saiu|entrou)(?!\p{L})/iu,
  /security code|código de seguridad|sicherheitsnummer|code de sécurité|código de segurança/i,
  /disappearing messages|mensajes temporales|waiting for this message/i,
];

export const isNotice = (text: string): boolean => notices.some((notice) => notice.test(text));

/** The part before a colon is a sentence of the system about a name (`Ana changed the subject from "A: B" to "C"`). */
const renaming =
  /(?:changed (?:the (?:subject|group)|this group)|cambió (?:el (?:asunto|nombre|ícono|icono)|la descripción)|(?:den )?betreff|a (?:modifié|changé) (?:le sujet|l'objet|le nom)|(?:mudou|alterou) o (?:assunto|nome)|ha (?:cambiato|modificato) (?:l'oggetto|il nome)|created (?:this |the )?group|creó el grupo|hat die gruppe|a créé le groupe|criou (?:o )?grupo)\b/i;

export const isRenaming = (beforeColon: string): boolean => renaming.test(beforeColon) && /["“«„'‘]/.test(beforeColon);

/** Signs of a group in the system's words. */
export const isGroupNotice = (text: string): boolean =>
  /(?<!\p{L})(?:created (?:this |the )?group|added|joined using|changed the (?:subject|group)|creó el grupo|añadió|hat die gruppe|a créé le groupe|criou (?:o )?grupo)(?!\p{L})/iu.test(
    text,
  );

/** The other side's or the group's name in the file's name, in the languages seen; null where it says nothing. */
export function chatTitle(fileName: string): string | null {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.txt$/i, '');
  const found =
    /^(?:WhatsApp Chat with|WhatsApp Chat -|Chat de WhatsApp con|WhatsApp-Chat mit|Discussion WhatsApp avec|Conversa do WhatsApp com|Chat WhatsApp con|WhatsApp-chat met)\s+(.+)$/i.exec(
      stem,
    );
  return found?.[1]?.trim() ?? null;
}

/**
 * An iPhone names every export `_chat.txt`, but puts the chat's name before its first notice:
 * `Team 6b: Messages and calls are end-to-end encrypted.` Null where the notice is another one.
 */
export function titleInNotice(text: string): string | null {
  const found = /^(.{1,100}?): [\u200e\u200f]/.exec(text);
  return found?.[1] !== undefined && encryption.test(text) ? found[1].replace(directionMarks, '').trim() : null;
}
