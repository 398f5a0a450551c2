// Gives whatever is there to be copied (a citation, an address, code) a button that copies it; without scripts or a
// clipboard there is no button and nothing is missed: what is in a field can be marked and copied by hand.
"use strict";
if (navigator.clipboard) {
  for (const told of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "copy", textContent: told.dataset.copy });
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(told.value ?? told.textContent.replace(/\s+/g, " ").trim());
      button.textContent = told.dataset.copied;
    });
    told.after(button);
  }
}
