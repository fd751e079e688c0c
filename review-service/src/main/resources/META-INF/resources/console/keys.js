// Keys on top of pages that work without them. Typing in a field is never a key, and who does not want keys turns them off.
"use strict";

const OFF = "outrider-keys-off";
const ORDER = "outrider-order";
const help = document.getElementById("help");
const rows = [...document.querySelectorAll(".row-link")];

if (rows.length > 0) {
  sessionStorage.setItem(ORDER, JSON.stringify(rows.map((row) => row.getAttribute("href"))));
}

function move(step) {
  if (rows.length === 0) {
    neighbour(step);
    return;
  }
  const now = rows.findIndex((row) => row.closest("tr").contains(document.activeElement));
  const next = now < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + step));
  rows[next].focus();
}

// On an item's page: the next one in the order in which the list showed them.
function neighbour(step) {
  const order = JSON.parse(sessionStorage.getItem(ORDER) || "[]");
  const at = order.indexOf(location.pathname);
  const next = order[at + step];
  if (at >= 0 && next) location.assign(next);
}

function go(id) {
  const element = document.getElementById(id);
  if (!element) return;
  element.focus();
  element.scrollIntoView({ block: "center" });
}

function edit() {
  const sections = document.querySelectorAll("details.edit");
  if (sections.length === 0) return;
  sections.forEach((section) => { section.open = true; });
  const field = sections[0].querySelector("textarea");
  field.focus();
  field.scrollIntoView({ block: "center" });
}

function select() {
  const row = document.activeElement.closest("tr");
  const box = row && row.querySelector("input[name=item]");
  if (!box) return false;
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

const click = (id) => document.getElementById(id)?.click();

const keys = {
  j: () => move(1),
  k: () => move(-1),
  a: () => click("accept"),
  A: () => click("batch"),
  e: edit,
  r: () => go("respond-comment"),
  i: () => click("ignore"),
  x: () => go("reason"),
  u: () => document.querySelector(".undo")?.click(),
  "?": () => help.open ? help.close() : help.showModal(),
};

const off = () => localStorage.getItem(OFF) === "yes";

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.activeElement.closest?.(".s")?.blur();
  const field = event.target.closest("input:not([type=checkbox]), textarea, select, dialog");
  if (field || event.ctrlKey || event.metaKey || event.altKey) return;
  if (off() && event.key !== "?") return;
  if (event.key === " " && event.target.closest("a.row-link") && select()) {
    event.preventDefault();
    return;
  }
  const key = keys[event.shiftKey ? event.key : event.key.toLowerCase()];
  if (key) {
    event.preventDefault();
    key();
  }
});

const keysSwitch = document.getElementById("keys-switch");
function label() {
  keysSwitch.textContent = off() ? "Turn the keys on" : "Turn the keys off";
}
keysSwitch?.addEventListener("click", () => {
  localStorage.setItem(OFF, off() ? "no" : "yes");
  label();
});
if (keysSwitch) label();

// How many are selected, for eyes and for screen readers.
const chosen = document.getElementById("chosen");
document.addEventListener("change", (event) => {
  if (!chosen || event.target.name !== "item") return;
  const count = document.querySelectorAll("input[name=item]:checked").length;
  chosen.textContent = count === 0 ? "" : `${count} selected`;
});
