/** Emoji that stand in Noto Sans SC too, and which are type unless a variation selector or a skin tone says otherwise. */
const alsoType = "#*0-9©®‼⁉™\u2194-\u2199Ⓜ▪▫▶◀\u2600-\u2603☎☝☯♀♂♠♣♥♦♨♻⚠✂➡⤴⤵\u2b05-\u2b07〰〽㊗㊙🅰🅱🅾🅿🈂🈷";

const single = `(?:(?![${alsoType}])\\p{Emoji}|[${alsoType}](?=\\ufe0f|\\p{Emoji_Modifier}))`;
const modifier = String.raw`(?:\p{Emoji_Modifier}|[\ufe0e\ufe0f]|[\u{e0020}-\u{e007f}]+)`;

/**
 * Source of an expression (flag `u`) for one emoji, however many characters it is made of (Unicode Technical Standard 51,
 * section 1.4.9): keycaps, flags, and signs with skin tones and what is joined to them.
 */
export const emojiSource = String.raw`(?:[#*0-9]\ufe0f?\u20e3|\p{Regional_Indicator}{2}|${single}${modifier}*(?:\u200d\p{Emoji}${modifier}*)*)`;

/** Advance width of every emoji of Noto Emoji, in thousandths of the size. */
export const emojiAdvance = 1270;
