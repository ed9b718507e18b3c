export interface MadePage {
  readonly before?: string;
  readonly head?: string;
  readonly body: string;
}

/** A page as a browser saves it. */
export function makePage({ before = '', head = '', body }: MadePage): string {
  return `${before}<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Otter Booster Club</title>${head}</head><body>${body}</body></html>`;
}

/** A post on a platform as its page shows it. */
export const postPage = makePage({
  head: `<link rel="canonical" href="https://social.example.com/posts/77"><meta property="og:title" content="Coach Ruiz's post">
<meta property="article:published_time" content="2026-03-10T10:42:00-04:00"><meta name="author" content="Jose Ruiz">
<script src="https://cdn.example.net/a.js"></script><link rel="stylesheet" href="https://styles.example.org/s.css">
<style>.gone{display:none} .menu{display:none} .menu.open{display:block} @import "https://fonts.example.com/f.css"; body{background:url(//img.example.io/bg.png)}</style>`,
  body: `<div class="post"><h2>Jose Ruiz</h2><time datetime="2026-03-10T10:42:00-04:00">3 h</time><p>We lost because of the &quot;refs&quot;.</p>
<p class="gone">hidden by its class</p><p class="menu">menu words</p><p style="display: none">hidden by its style</p>
<p style="color:#fff;background:white">white on white</p><noscript><p>words without scripts</p></noscript>
<img src="https://tracker.example.com/p.gif" alt="team photo"><a href="https://elsewhere.example.com/">elsewhere</a>
<abbr data-utime="1773153720" title="x">yesterday</abbr></div>`,
});
