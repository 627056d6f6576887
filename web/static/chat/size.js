// Larger text at once, without asking anybody; the page's forms carry the size on to pages that come later.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-size]") || !event.submitter) return;
  event.preventDefault();
  const { value } = event.submitter;
  document.documentElement.dataset.size = value;
  for (const field of document.querySelectorAll("input[name=size]")) field.value = value;
  for (const each of form.querySelectorAll("button")) each.setAttribute("aria-pressed", String(each.value === value));
});
