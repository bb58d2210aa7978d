/** What printed French has not: no narrow no-break space before `; : ! ? » %` or after `«`, or straight quotes. A colon inside of a word is code. */
export const MISPRINTED_FRENCH = /[^\u202f][;!?»%]|[^\u202f]:(?=\s|$)|«(?!\u202f)|['"]/;
