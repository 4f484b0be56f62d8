// Keeps the place on a page when the reader changes the language: ids are the same in all languages.

const links = document.querySelectorAll<HTMLAnchorElement>('.languages a');

function copyFragment(): void {
  for (const link of links) link.hash = location.hash;
}

copyFragment();
addEventListener('hashchange', copyFragment);
