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

// A menu of templates writes into a text; what was written by hand is not thrown away unasked.
document.addEventListener("change", (event) => {
  const into = event.target.dataset.bayuFill && document.getElementById(event.target.dataset.bayuFill);
  if (!into || !event.target.value) return;
  if (into.value.trim() && into.value !== into.dataset.filled && !window.confirm("换掉已经写的内容？")) return;
  into.value = into.dataset.filled = event.target.value;
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-bayu-print]")) window.print();
});
