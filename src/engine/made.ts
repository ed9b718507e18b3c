/** What every recorded row is given beside its content: its own id, the moment, and the acting person as `Name, role`. */
export interface Made {
  readonly id: string;
  readonly at: string;
  readonly by: string;
}
