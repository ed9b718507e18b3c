import { androidScreen, iphoneScreen } from './phone.ts';
import type { Canvas } from './svg.ts';

export interface FollowRow {
  readonly handle: string;
  readonly name: string;
  readonly initials: string;
  readonly colour: string;
}

/** The row of five signs at the foot of the application. */
function tabBar(canvas: Canvas): void {
  const y = canvas.height - 150;
  canvas.rectangle(0, y - 60, canvas.width, 2, '#dadde1');
  const at = (index: number): number => Math.round(canvas.width * (0.1 + index * 0.2));
  const stroke = 'fill="none" stroke="#16181c" stroke-width="6" stroke-linejoin="round"';
  canvas.raw(
    `<path d="M ${at(0) - 26} ${y + 26} V ${y - 4} L ${at(0)} ${y - 28} L ${at(0) + 26} ${y - 4} V ${y + 26} Z" ${stroke}/>`,
  );
  canvas.raw(
    `<circle cx="${at(1) - 4}" cy="${y - 4}" r="22" ${stroke}/><path d="M ${at(1) + 12} ${y + 12} L ${at(1) + 28} ${y + 28}" ${stroke}/>`,
  );
  canvas.raw(
    `<rect x="${at(2) - 26}" y="${y - 28}" width="54" height="54" rx="14" ${stroke}/><path d="M ${at(2)} ${y - 14} V ${y + 14} M ${at(2) - 14} ${y} H ${at(2) + 14}" ${stroke}/>`,
  );
  canvas.raw(
    `<rect x="${at(3) - 26}" y="${y - 28}" width="54" height="54" rx="10" ${stroke}/><path d="M ${at(3) - 6} ${y - 12} L ${at(3) + 14} ${y} L ${at(3) - 6} ${y + 12} Z" ${stroke}/>`,
  );
  canvas.circle(at(4), y, 28, '#8d96a8');
}

export interface RequestScene {
  readonly clock: string;
  readonly battery: number;
  readonly rows: readonly FollowRow[];
}

/** The list of people who asked to follow a private account. */
export function followRequests(scene: RequestScene): Canvas {
  const canvas = iphoneScreen(scene.clock, '#ffffff', '#000000', scene.battery);
  canvas.raw(
    '<path d="M 76 196 L 46 228 L 76 260" fill="none" stroke="#000000" stroke-width="8" stroke-linecap="round"/>',
  );
  canvas.line(585, 246, 'Follow requests', { size: 50, weight: 700, anchor: 'middle' });
  let y = 330;
  for (const row of scene.rows) {
    canvas.avatar(120, y + 70, 70, row.initials, row.colour);
    canvas.line(222, y + 62, row.handle, { size: 42, weight: 600 });
    canvas.line(222, y + 116, row.name, { size: 40, fill: '#666b73' });
    canvas.rectangle(700, y + 30, 210, 84, '#2f6fe4', 20);
    canvas.line(805, y + 86, 'Confirm', { size: 40, weight: 600, fill: '#ffffff', anchor: 'middle' });
    canvas.rectangle(930, y + 30, 196, 84, '#e4e6ea', 20);
    canvas.line(1028, y + 86, 'Delete', { size: 40, weight: 600, anchor: 'middle' });
    y += 190;
  }
  tabBar(canvas);
  return canvas;
}

export interface NoticeScene {
  readonly clock: string;
  readonly battery: number;
  readonly groups: readonly {
    readonly label: string;
    readonly lines: readonly { readonly initials: string; readonly colour: string; readonly text: string }[];
  }[];
}

/** The list of notifications on an Android phone. */
export function notifications(scene: NoticeScene): Canvas {
  const canvas = androidScreen(scene.clock, '#ffffff', '#000000', scene.battery);
  canvas.line(48, 196, 'Notifications', { size: 52, weight: 700 });
  let y = 290;
  for (const group of scene.groups) {
    canvas.line(48, y, group.label, { size: 42, weight: 700 });
    y += 44;
    for (const each of group.lines) {
      canvas.avatar(104, y + 62, 56, each.initials, each.colour);
      const end = canvas.paragraph(192, y + 52, each.text, 820, 54, { size: 40, fill: '#16181c' });
      y = Math.max(y + 150, end + 34);
    }
    y += 46;
  }
  tabBar(canvas);
  return canvas;
}

export interface StoryScene {
  readonly clock: string;
  readonly battery: number;
  readonly handle: string;
  readonly initials: string;
  /** `2h`, as the platform shows it. */
  readonly age: string;
  readonly text: string;
}

/** A story that is only words on a plain ground. */
export function textStory(scene: StoryScene): Canvas {
  const canvas = iphoneScreen(scene.clock, '#22344d', '#ffffff', scene.battery);
  canvas.rectangle(36, 164, 1098, 6, '#ffffff', 3);
  canvas.avatar(98, 240, 46, scene.initials, '#7d8fae');
  canvas.line(166, 256, scene.handle, { size: 42, weight: 600, fill: '#ffffff' });
  const width = canvas.measure(scene.handle, { size: 42, weight: 600 });
  canvas.line(166 + width + 28, 256, scene.age, { size: 40, fill: '#c6d0df' });
  const style = { size: 62, weight: 600, fill: '#ffffff' } as const;
  const lines = canvas.wrapped(scene.text, 900, style);
  let y = 1180 - (lines.length * 84) / 2;
  for (const line of lines) {
    canvas.line(585, y, line, { ...style, anchor: 'middle' });
    y += 84;
  }
  canvas.raw('<rect x="44" y="2330" width="860" height="108" rx="54" fill="none" stroke="#c6d0df" stroke-width="3"/>');
  canvas.line(96, 2398, `Reply to ${scene.handle}...`, { size: 42, fill: '#c6d0df' });
  return canvas;
}
