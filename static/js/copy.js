// Gives each citation a button that copies it; without scripts or a clipboard there is no button and nothing is missed.
"use strict";
if (navigator.clipboard) {
  for (const cite of document.querySelectorAll(".cite[data-copy]")) {
    const citation = cite.textContent.replace(/\s+/g, " ").trim();
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "copy", textContent: cite.dataset.copy });
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(citation);
      button.textContent = cite.dataset.copied;
    });
    cite.after(button);
  }
}
