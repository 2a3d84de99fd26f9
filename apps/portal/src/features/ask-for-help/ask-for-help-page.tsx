export function AskForHelpPage() {
  return null;
}
