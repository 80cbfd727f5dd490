/** How a link within text and tables looks. */
export const linkLook = "text-accent underline underline-offset-2";
