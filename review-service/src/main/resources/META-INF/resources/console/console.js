// Keys on top of pages that work without them. Typing in a field is never a key.
"use strict";

const rows = [...document.querySelectorAll(".row-link")];
let at = -1;

function move(step) {
  if (rows.length === 0) return;
  at = Math.min(rows.length - 1, Math.max(0, at + step));
  rows[at].focus();
}

function go(id) {
  const element = document.getElementById(id);
  if (!element) return;
  if (element.tagName === "DETAILS") element.open = true;
  const target = element.tagName === "DETAILS" ? element.querySelector("input:not([type=hidden]), textarea") : element;
  target.focus();
  target.scrollIntoView({ block: "center" });
}

const keys = {
  j: () => move(1),
  k: () => move(-1),
  a: () => document.getElementById("accept")?.click(),
  x: () => go("reason"),
  r: () => go("respond-comment"),
  e: () => go("edit"),
  u: () => document.getElementById("back")?.click(),
  "?": () => document.querySelector(".keys")?.scrollIntoView(),
};

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input, textarea, select");
  if (field || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = keys[event.key.toLowerCase()];
  if (key) {
    event.preventDefault();
    key();
  }
});
