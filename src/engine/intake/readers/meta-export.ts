import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { withNotices } from './shared/chat/told.ts';
import { withCompany } from './shared/company/company.ts';
import { metaCompany } from './shared/company/meta.ts';
import { detectShape, firstSign, readShape, type Shape, withEmptyWarning } from './shared/json/shapes.ts';
import * as facebook from './shared/meta/facebook.ts';
import * as instagram from './shared/meta/instagram.ts';
import { isEncryptedThread, isThread, threadTold } from './shared/meta/messages.ts';
import { isMetaPage, metaPageTold } from './shared/meta/pages.ts';
import { decodePage } from './shared/page/page-charset.ts';

const shapes: readonly Shape[] = [
  {
    because: 'It holds participants and messages the way Messenger and Instagram export a conversation.',
    certainty: 'sure',
    format: 'messenger',
    fits: isThread,
    told: threadTold,
  },
  {
    because: 'It holds participants and messages the way Messenger exports an encrypted conversation.',
    certainty: 'sure',
    format: 'messenger',
    fits: isEncryptedThread,
    told: threadTold,
  },
  {
    because: 'It is a list of comments the way Facebook exports them.',
    certainty: 'sure',
    format: 'facebook',
    fits: facebook.isCommentList,
    told: facebook.commentsTold,
  },
  {
    because: 'It is a list of friends, requests or followed accounts the way Facebook exports it.',
    certainty: 'sure',
    format: 'facebook',
    fits: facebook.isConnectionList,
    told: facebook.connectionsTold,
  },
  {
    because: 'It is a list of posts or pictures the way Facebook exports them.',
    certainty: 'sure',
    format: 'facebook',
    fits: facebook.isNamedPosts,
    told: facebook.postsTold,
  },
  {
    because: 'It is an album the way Facebook exports it.',
    certainty: 'sure',
    format: 'facebook',
    fits: facebook.isAlbum,
    told: facebook.albumTold,
  },
  {
    because: 'It is a list of entries with labels the way Facebook exports them.',
    certainty: 'sure',
    format: 'facebook',
    fits: facebook.isLabelledList,
    told: facebook.labelledTold,
  },
  {
    because: 'It is a list of posts, stories or reels the way Instagram exports them.',
    certainty: 'sure',
    format: 'instagram',
    fits: (root) => instagram.isInstagramPosts(root) || instagram.isInstagramMedia(root),
    told: instagram.instagramMediaTold,
  },
  {
    because: 'It is a list of posts the way Facebook exports them.',
    certainty: 'likely',
    format: 'facebook',
    fits: facebook.isPostList,
    told: facebook.postsTold,
  },
  {
    because: 'It is a list of comments the way Instagram exports them.',
    certainty: 'sure',
    format: 'instagram',
    fits: instagram.isInstagramComments,
    told: instagram.instagramCommentsTold,
  },
  {
    because: 'It is a list of comments the way Instagram exported them until 2020.',
    certainty: 'sure',
    format: 'instagram',
    fits: instagram.isOldComments,
    told: instagram.oldCommentsTold,
  },
  {
    because: 'It is a list of followers or followed accounts the way Instagram exports it.',
    certainty: 'sure',
    format: 'instagram',
    fits: instagram.isInstagramConnections,
    told: instagram.instagramConnectionsTold,
  },
  {
    because: 'It is a list of followers the way Instagram exports it.',
    certainty: 'sure',
    format: 'instagram',
    fits: instagram.isFollowerList,
    told: instagram.followersTold,
  },
  {
    because: 'It is a profile the way Instagram exports it.',
    certainty: 'sure',
    format: 'instagram',
    fits: instagram.isInstagramProfile,
    told: instagram.instagramProfileTold,
  },
  {
    because: 'It is a profile the way Facebook exports it.',
    certainty: 'likely',
    format: 'facebook',
    fits: facebook.isProfile,
    told: facebook.profileTold,
  },
];

const pageSentence = 'It is a page with the parts that the exports of Facebook and Instagram have.';

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  if (isMetaPage(peek.text)) {
    return {
      certainty: 'sure',
      because: pageSentence,
      format: /instagram/i.test(peek.text) ? 'instagram' : 'facebook',
    };
  }
  return detectShape(peek, shapes);
}

/** Of whom the posts are stands in another file of the export. */
function read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  return withCompany(readAlone(file, context), metaCompany(context));
}

function* readAlone(file: SourceFile, context: ReadContext): Generator<Yielded> {
  if (firstSign(file.bytes) !== '<') {
    yield* readShape(file, context, shapes, 'an export of Facebook, Messenger or Instagram');
    return;
  }
  const decoded = decodePage(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  yield* withEmptyWarning(withNotices(metaPageTold(decoded.text, file.name, context.zone)));
}

/** One file of "Download your information" of Facebook, Messenger or Instagram, as JSON or as a page. */
export const metaExport: Reader = {
  id: 'meta-export',
  version: 2,
  label: 'Facebook, Messenger or Instagram export (JSON or HTML)',
  source: 'https://www.facebook.com/help/212802592074644',
  endings: ['.json', '.html'],
  detect,
  read,
};
