import { androidScreen, iphoneScreen } from './phone.ts';
import type { Canvas } from './svg.ts';

export interface Comment {
  readonly name: string;
  readonly initials: string;
  readonly text: string;
  /** `2d`, as the platform shows it beside Like and Reply. */
  readonly age: string;
  readonly reply?: boolean;
}

export interface PostScene {
  readonly device: 'iphone' | 'android';
  readonly clock: string;
  readonly battery: number;
  readonly heading: string;
  readonly name: string;
  readonly initials: string;
  readonly colour: string;
  /** `January 14 at 8:52 PM`. */
  readonly when: string;
  readonly audience: 'public' | 'friends';
  readonly text: string;
  readonly reactions: string;
  readonly commentCount: string;
  readonly comments: readonly Comment[];
}

const ink = '#1c1e21';
const faint = '#5f646b';
const commentColours = ['#7a6f9b', '#4f7d7a', '#8a6a4d', '#5d7390', '#8d5f6f'];

function audienceMark(canvas: Canvas, x: number, y: number, audience: 'public' | 'friends'): void {
  if (audience === 'public') {
    canvas.raw(
      `<g fill="none" stroke="${faint}" stroke-width="3"><circle cx="${x}" cy="${y}" r="15"/><ellipse cx="${x}" cy="${y}" rx="7" ry="15"/><path d="M ${x - 15} ${y} H ${x + 15}"/></g>`,
    );
    return;
  }
  canvas.circle(x - 7, y - 6, 7, faint);
  canvas.circle(x + 9, y - 6, 7, faint);
  canvas.rectangle(x - 18, y + 3, 38, 12, faint, 6);
}

function colourOf(name: string): string {
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return commentColours[sum % commentColours.length] ?? faint;
}

function comment(canvas: Canvas, y: number, each: Comment, unit: number): number {
  const left = each.reply === true ? 170 : 44;
  const radius = each.reply === true ? 34 : 44;
  const textLeft = left + radius * 2 + 26;
  const room = canvas.width - textLeft - 110;
  const style = { size: unit, fill: ink };
  const name = { size: Math.round(unit * 0.92), weight: 600, fill: ink } as const;
  const lines = canvas.wrapped(each.text, room, style);
  const leading = Math.round(unit * 1.32);
  const widest = Math.max(canvas.measure(each.name, name), ...lines.map((line) => canvas.measure(line, style)));
  const height = Math.round(lines.length * leading + unit * 2.35);
  canvas.avatar(left + radius, y + radius + 6, radius, each.initials, colourOf(each.name));
  canvas.rectangle(textLeft, y, Math.round(widest + 60), height, '#eff1f4', 36);
  canvas.line(textLeft + 30, y + unit * 1.35, each.name, name);
  canvas.paragraph(textLeft + 30, y + unit * 2.62, each.text, room, leading, style);
  const foot = y + height + unit * 1.05;
  canvas.line(textLeft + 30, foot, `${each.age}     Like     Reply`, {
    size: Math.round(unit * 0.8),
    weight: 600,
    fill: faint,
  });
  return foot + unit * 0.75;
}

function commentField(canvas: Canvas): void {
  const y = canvas.height - 190;
  canvas.rectangle(0, y - 40, canvas.width, 230, '#ffffff');
  canvas.rectangle(0, y - 40, canvas.width, 2, '#dadde1');
  canvas.rectangle(44, y - 8, canvas.width - 88, 92, '#eff1f4', 46);
  canvas.line(90, y + 52, 'Write a comment...', { size: 40, fill: faint });
  canvas.rectangle(canvas.width / 2 - 190, canvas.height - 36, 380, 13, '#000000', 6);
}

export interface CommentsScene {
  readonly clock: string;
  readonly battery: number;
  readonly comments: readonly Comment[];
}

/** An iPhone scrolled down into the comments. @returns the picture and the top of each comment, in pixels */
export function facebookComments(scene: CommentsScene): { readonly canvas: Canvas; readonly tops: readonly number[] } {
  const canvas = iphoneScreen(scene.clock, '#ffffff', '#000000', scene.battery);
  const tops: number[] = [];
  let y = 190;
  for (const each of scene.comments) {
    tops.push(Math.round(y));
    y = comment(canvas, y, each, 44);
  }
  commentField(canvas);
  return { canvas, tops };
}

/** A post with its comments, as the phone application shows it. */
export function facebookPost(scene: PostScene): Canvas {
  const onPhone = scene.device === 'iphone';
  const screen = onPhone ? iphoneScreen : androidScreen;
  const canvas = screen(scene.clock, '#ffffff', '#000000', scene.battery);
  const unit = onPhone ? 44 : 40;
  let y = onPhone ? 232 : 170;
  canvas.raw(
    `<path d="M 70 ${y - 44} L 44 ${y - 16} L 70 ${y + 12}" fill="none" stroke="${ink}" stroke-width="8" stroke-linecap="round"/>`,
  );
  canvas.line(canvas.width / 2, y, scene.heading, { size: unit, weight: 700, fill: ink, anchor: 'middle' });
  canvas.rectangle(0, y + 40, canvas.width, 2, '#dadde1');
  y += 84;
  canvas.avatar(100, y + 58, 56, scene.initials, scene.colour);
  canvas.line(182, y + 48, scene.name, { size: unit, weight: 700, fill: ink });
  const when = { size: Math.round(unit * 0.82), fill: faint };
  canvas.line(182, y + 100, `${scene.when} ·`, when);
  audienceMark(canvas, 182 + canvas.measure(`${scene.when} ·`, when) + 32, y + 88, scene.audience);
  y = canvas.paragraph(44, y + 196, scene.text, canvas.width - 88, Math.round(unit * 1.4), {
    size: Math.round(unit * 1.05),
    fill: ink,
  });
  y += 26;
  canvas.circle(64, y - 10, 20, '#1f6fe0');
  canvas.circle(98, y - 10, 20, '#d8435a');
  canvas.line(134, y + 4, scene.reactions, when);
  canvas.line(canvas.width - 44, y + 4, scene.commentCount, { ...when, anchor: 'end' });
  canvas.rectangle(44, y + 36, canvas.width - 88, 2, '#dadde1');
  for (const [index, label] of ['Like', 'Comment', 'Share'].entries()) {
    canvas.line(canvas.width * (0.2 + index * 0.3), y + 102, label, {
      size: unit * 0.9,
      weight: 600,
      fill: faint,
      anchor: 'middle',
    });
  }
  canvas.rectangle(0, y + 138, canvas.width, 2, '#dadde1');
  y += 176;
  for (const each of scene.comments) y = comment(canvas, y, each, unit);
  commentField(canvas);
  return canvas;
}
