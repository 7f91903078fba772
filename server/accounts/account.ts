/** A person who works with studies. */
export interface Account {
  readonly name: string;
  readonly role: Role;
}

/** What a person is in this installation. */
export type Role = "researcher";
