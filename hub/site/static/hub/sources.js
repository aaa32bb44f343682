// The sources a text cites, as chips in order with a menu to add one. The text input underneath holds the value.
(() => {
  let known = null;
  const list = () => (known ??= fetch("/admin/sources.json").then((answer) => (answer.ok ? answer.json() : [])));
  const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");

  async function dress(holder) {
    const input = holder.querySelector("input");
    const chips = document.createElement("div");
    chips.className = "bayu-chips";
    holder.append(chips);
    const sources = await list();
    const ids = () => property.get.call(input).split(/[\s,]+/).filter(Boolean);
    const store = (value) => {
      property.set.call(input, value);
      input.dispatchEvent(new Event("change", { bubbles: true }));
      draw();
    };
    function draw() {
      const chosen = ids();
      chips.replaceChildren(...chosen.map((id) => chip(id, chosen)), menu(chosen));
    }
    function chip(id, chosen) {
      const source = sources.find((one) => one.id === id);
      const element = document.createElement("span");
      element.className = source ? "bayu-chip" : "bayu-chip bayu-chip--unknown";
      element.textContent = source ? source.title : `没有这份出处：${id}`;
      const drop = document.createElement("button");
      drop.type = "button";
      drop.textContent = "×";
      drop.setAttribute("aria-label", `去掉 ${element.textContent}`);
      drop.addEventListener("click", () => store(chosen.filter((one) => one !== id).join(" ")));
      element.append(drop);
      return element;
    }
    function menu(chosen) {
      const select = document.createElement("select");
      select.setAttribute("aria-label", "添加出处");
      select.add(new Option("添加出处…", ""));
      for (const one of sources) if (!chosen.includes(one.id)) select.add(new Option(one.title, one.id));
      select.addEventListener("change", () => select.value && store([...chosen, select.value].join(" ")));
      return select;
    }
    // the form sets the value from its own script after the markup is in place
    Object.defineProperty(input, "value", {
      get: () => property.get.call(input),
      set: (value) => { property.set.call(input, value ?? ""); draw(); },
    });
    holder.classList.add("bayu-sources--ready");
    draw();
  }

  const dressNew = (root) =>
    root.querySelectorAll?.("[data-bayu-sources]:not([data-dressed])").forEach((holder) => {
      holder.dataset.dressed = "";
      dress(holder);
    });
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
    if (node.nodeType === Node.ELEMENT_NODE) dressNew(node.parentNode ?? node);
  }))).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => dressNew(document));
})();
