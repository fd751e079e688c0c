// Keys on top of pages that work without them. Typing in a field is never a key, and who does not want keys turns them off.
"use strict";

const OFF = "outrider-keys-off";
const ORDER = "outrider-order";
const here = location.pathname + location.search;
const help = document.getElementById("help");
const rows = [...document.querySelectorAll(".row-link")];
const sample = rows.filter((row) => "sample" in row.dataset);

// The order in which J and K walk from item to item: the list's; in a batch its sample, and then back to the batch.
if (rows.length > 0) {
  const order = (sample.length > 0 ? sample : rows).map((row) => row.getAttribute("href"));
  sessionStorage.setItem(ORDER, JSON.stringify(sample.length > 0 ? [...order, here] : order));
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

// Who came by a link from elsewhere walks through the most urgent items.
function neighbour(step) {
  const seen = JSON.parse(sessionStorage.getItem(ORDER) || "[]");
  const near = [...document.querySelectorAll(".near li a")].map((link) => link.getAttribute("href"));
  const order = seen.includes(here) ? seen : near;
  const at = order.indexOf(here);
  const next = order[at + step];
  if (at >= 0 && next) location.assign(next);
}

function go(element) {
  if (!element) return;
  element.focus();
  element.scrollIntoView({ block: "center" });
}

const goTo = (id) => go(document.getElementById(id));

function edit() {
  const sections = document.querySelectorAll("details.edit");
  if (sections.length === 0) {
    click("would-edit");
    return;
  }
  sections.forEach((section) => { section.open = true; });
  go(sections[0].querySelector("textarea, input"));
}

// What the lint blocks is not accepted by one key: the box that overrides it comes first.
function accept() {
  const override = document.getElementById("override");
  if (override && !override.checked) go(override);
  else click("accept");
}

// What is decided one by one has no box, and says so.
function select() {
  const row = document.activeElement.closest("tr");
  const box = row?.querySelector("input[name=item], input[name=exclude]");
  if (!box) {
    if (chosen) chosen.textContent = "This one is decided by itself: press Enter to open it";
    return;
  }
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

// In a batch: the group that has the focus, else the first that can be accepted. What is missing is shown instead.
function batch() {
  const groups = [...document.querySelectorAll(".batch-group")];
  const group = groups.find((one) => one.contains(document.activeElement))
    ?? groups.find((one) => one.querySelector(".accept-group:not(:disabled)")) ?? groups[0];
  const button = group?.querySelector(".accept-group");
  if (button && !button.disabled) button.click();
  else if (group) go([...group.querySelectorAll("[data-sample]")].find((row) => !row.closest("tr").querySelector(".good")));
  else click("batch");
}

const click = (id) => document.getElementById(id)?.click();

const keys = {
  j: () => move(1),
  k: () => move(-1),
  a: accept,
  A: batch,
  e: edit,
  r: () => goTo("respond-comment"),
  i: () => click("ignore"),
  x: () => goTo("reason"),
  v: () => click("next-version"),
  u: () => document.querySelector(".undo:not(:disabled)")?.click(),
  "?": () => help.open ? help.close() : help.showModal(),
};

const off = () => localStorage.getItem(OFF) === "yes";

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.activeElement.closest?.(".s")?.blur();
  const field = event.target.closest("input:not([type=checkbox]), textarea, select, dialog");
  if (field || event.ctrlKey || event.metaKey || event.altKey) return;
  if (off() && event.key !== "?") return;
  if (event.key === " " && event.target.closest("a.row-link")) {
    event.preventDefault();
    select();
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
const unchosen = chosen?.textContent;
document.addEventListener("change", (event) => {
  if (!chosen || event.target.name !== "item") return;
  const count = document.querySelectorAll("input[name=item]:checked").length;
  chosen.textContent = count === 0 ? unchosen : `${count} selected`;
});
