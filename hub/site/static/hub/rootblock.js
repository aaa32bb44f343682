// A struct or list at the root of a form. The form's controller names the element of what it rendered; these have none
// of their own. They stay instances of Wagtail's own classes, which tell by the class how to label what is inside.
(() => {
  const { StructBlockDefinition, ListBlockDefinition } = window.wagtailStreamField.blocks;
  const atRoot = (Definition) => function RootBlock(...args) {
    const definition = new Definition(...args);
    const render = definition.render.bind(definition);
    definition.collapsible = false;
    definition.render = (placeholder, ...rest) => {
      const holder = document.createElement("div");
      const inner = document.createElement("div");
      holder.append(inner);
      placeholder.replaceWith(holder);
      const block = render(inner, ...rest);
      block.element ??= holder;
      return block;
    };
    return definition;
  };
  window.telepath.register("hub.RootStruct", atRoot(StructBlockDefinition));
  window.telepath.register("hub.RootList", atRoot(ListBlockDefinition));
})();
