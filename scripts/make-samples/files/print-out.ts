import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontBlobs } from '../fonts.ts';

export interface PrintedComment {
  readonly name: string;
  readonly when: string;
  readonly text: string;
}

export interface PrintedPost {
  readonly name: string;
  readonly when: string;
  readonly audience: string;
  readonly text: string;
  readonly counts: string;
  readonly comments: readonly PrintedComment[];
}

export interface PrintOut {
  /** As a browser prints it in the head line: `1/18/26, 8:41 PM`. */
  readonly printed: string;
  readonly title: string;
  readonly url: string;
  readonly profile: { readonly name: string; readonly about: readonly string[] };
  readonly posts: readonly PrintedPost[];
  /** When the file was made: year, month, day, hour, minute, second. */
  readonly created: readonly [number, number, number, number, number, number];
}

const template = `
#let input = json("data.json")
#let faint = rgb("#5f646b")
#set document(title: input.title, author: "gpell", date: datetime(
  year: input.created.at(0), month: input.created.at(1), day: input.created.at(2),
  hour: input.created.at(3), minute: input.created.at(4), second: input.created.at(5)))
#set text(font: ("Noto Sans", "Noto Emoji"), size: 10pt, lang: "en", fallback: false)
#set par(leading: 0.62em)
#set page(paper: "us-letter", margin: (x: 0.75in, top: 0.7in, bottom: 0.7in),
  header: text(size: 7.5pt)[#input.printed #h(1fr) #input.title #h(1fr) #hide(input.printed)],
  footer: context text(size: 7.5pt)[#input.url #h(1fr) #counter(page).display("1/1", both: true)])
#let portrait(name, size) = box(width: size, height: size, radius: 50%, fill: rgb("#8a93a6"),
  align(center + horizon, text(fill: white, size: size * 0.42, weight: 600, name.first())))
#grid(columns: (60pt, 1fr), gutter: 12pt, portrait(input.profile.name, 56pt), [
  #text(size: 19pt, weight: 700, input.profile.name) \\
  #for line in input.profile.about [#text(fill: faint, line) \\ ]
])
#line(length: 100%, stroke: 0.5pt + faint)
#for post in input.posts {
  block(breakable: false, width: 100%, inset: 12pt, radius: 6pt, stroke: 0.5pt + rgb("#c9cdd3"), below: 14pt, {
    grid(columns: (34pt, 1fr), gutter: 8pt, portrait(post.name, 32pt), [
      #text(weight: 700, post.name) \\ #text(size: 8.5pt, fill: faint)[#post.when · #post.audience]])
    v(2pt)
    text(size: 11pt, post.text)
    v(2pt)
    text(size: 8.5pt, fill: faint, post.counts)
    for each in post.comments {
      block(inset: (left: 14pt), above: 8pt, below: 0pt, block(fill: rgb("#f0f2f5"), radius: 8pt, inset: 7pt, [
        #text(weight: 600, size: 9pt, each.name) #h(6pt) #text(size: 7.5pt, fill: faint, each.when) \\
        #text(size: 9.5pt, each.text)]))
    }
  })
}
`;

/** A web page as a browser prints it: head line with the date of printing, foot line with the address, real text. */
export function printOutOf(page: PrintOut): Buffer {
  const compiler = NodeCompiler.create({ workspace: '/nonexistent', fontArgs: [{ fontBlobs: [...fontBlobs()] }] });
  compiler.addSource('/nonexistent/page.typ', template);
  compiler.mapShadow('/nonexistent/data.json', Buffer.from(JSON.stringify(page)));
  const compiled = compiler.compile({ mainFilePath: '/nonexistent/page.typ' });
  if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics));
  return compiler.pdf(compiled.result);
}
