import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.js';
import { createPortalRouter } from './app/router.js';
import { loadMessages, preferredLocale, storedLocale, wordsOf, WordsProvider } from './i18n/index.js';
import './ui/styles.css';

const queryClient = createQueryClient();
const router = createPortalRouter(queryClient);
// The page and who looks at it are fetched while the words are on their way.
void router.load();
const locale = preferredLocale(navigator.languages, storedLocale());
document.documentElement.lang = locale;
const words = wordsOf(locale, await loadMessages(locale));
document.documentElement.dir = words.dir;
const root = document.getElementById('portal');
if (!root) throw new Error('index.html has no #portal');
createRoot(root).render(
  <StrictMode>
    <WordsProvider initial={words}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </WordsProvider>
  </StrictMode>,
);
