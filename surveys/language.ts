/** The languages the product speaks, the first one when a reader has said nothing. */
export const languages = ["zh-CN", "en"] as const;

/** A language of the product, as a BCP 47 tag. */
export type Language = (typeof languages)[number];

/** A text in each language of the product. */
export type Translated = Readonly<Record<Language, string>>;
