/** Long lists, read page by page. */
export const lists = {
  'list.count': { one: 'Ein Eintrag', other: '{count} Einträge' },
  'list.count-so-far': 'Die ersten {count} Einträge; es gibt mehr.',
  'list.more': 'Weitere anzeigen',
} as const;
