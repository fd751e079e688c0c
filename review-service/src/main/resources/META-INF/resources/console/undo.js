// Counts down to the moment when a decision takes effect. Screen readers hear it at ten, five and zero, not every second.
"use strict";

for (const form of document.querySelectorAll("form[data-held]")) {
  const ends = performance.now() + Number(form.dataset.held) * 1000;
  const shown = form.querySelector(".countdown");
  const said = form.querySelector(".announce");
  const tick = () => {
    const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    shown.textContent = left > 0 ? `in ${left} s` : "now";
    if (left === 5) said.textContent = "in 5 seconds";
    if (left > 0) return;
    clearInterval(timer);
    said.textContent = "now: it can no longer be undone";
    form.querySelector(".undo").disabled = true;
    form.classList.add("over");
  };
  const timer = setInterval(tick, 1000);
}
