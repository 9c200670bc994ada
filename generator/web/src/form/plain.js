/* Stands in for markdown-to-jsx in the form's bundle: what the schemas say is plain text. */
export const Markdown = ({ children }) => children
