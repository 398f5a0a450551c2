// Offers provinces while a name is typed, from two letters on; without scripts the form asks the search page.
"use strict";
for (const input of document.querySelectorAll("input[data-names]")) {
  const MOST = 8, { names, page, until, since, found } = input.dataset;
  const list = Object.assign(document.createElement("ul"), { id: `${input.id}-names`, className: "names", role: "listbox", hidden: true });
  list.setAttribute("aria-label", input.labels[0].textContent);
  const told = Object.assign(document.createElement("span"), { className: "sr", role: "status" });
  let places, at = -1;
  // Marks, đ, case and spaces do not count: "da nang" finds Đà Nẵng.
  const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
  const day = text => text.split("-").reverse().map(Number).join("/");
  const life = ({ first_day: first, last_day: last }) => last ? until.replace("{}", day(last)) : first ? since.replace("{}", day(first)) : "";

  const read = async () => {
    const { rows } = await (await fetch(names)).json();
    places = rows.map(row => ({ ...row, key: ` ${folded(row.name)}` }));
    offer();
  };
  const near = text => {
    const key = folded(text), of = place => place.key.startsWith(` ${key}`) ? 0 : place.key.includes(` ${key}`) ? 1 : 2;
    return places.filter(place => of(place) < 2).sort((one, other) => of(one) - of(other)).slice(0, MOST);
  };
  const option = (place, number) => {
    const item = Object.assign(document.createElement("li"), { id: `${list.id}-${number}`, role: "option" });
    const link = Object.assign(document.createElement("a"), { href: `${page}${place.province}/`, textContent: place.name, tabIndex: -1 });
    const note = Object.assign(document.createElement("small"), { textContent: life(place) });
    link.append(" ", note);
    item.append(link);
    return item;
  };
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const offer = () => {
    close();
    if (!places || folded(input.value).length < 2) return list.replaceChildren();
    list.replaceChildren(...near(input.value).map(option));
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = found.replace("{}", list.children.length);
  };
  const choose = step => {
    const items = [...list.children];
    items[at]?.removeAttribute("aria-selected");
    at = (at + step + items.length + (at < 0 && step < 0)) % items.length;
    items[at].setAttribute("aria-selected", "true");
    items[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[at].id);
  };

  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
  input.after(list, told);
  input.addEventListener("focus", () => places || read().catch(close), { once: true });
  input.addEventListener("input", offer);
  input.addEventListener("keydown", event => {
    if (event.key === "Escape") close();
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && at >= 0) list.children[at].firstChild.click();
    else return;
    event.preventDefault();
  });
  input.form.addEventListener("focusout", event => input.form.contains(event.relatedTarget) || close());
  list.addEventListener("pointerdown", event => event.preventDefault());
}
