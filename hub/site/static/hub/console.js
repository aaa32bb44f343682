// Asks before a form that says so is sent.
document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// A page that waits for something says so, and looks again after some seconds.
document.addEventListener("DOMContentLoaded", () => {
  const waiting = document.querySelector("[data-bayu-reload]");
  if (waiting) window.setTimeout(() => window.location.reload(), 1000 * waiting.dataset.bayuReload);
});
