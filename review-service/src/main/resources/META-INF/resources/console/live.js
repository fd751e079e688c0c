// Tells that the queue changed while it is on the screen. It never moves what somebody reads: they ask for the new list.
"use strict";

const live = document.getElementById("live");

if (live) {
  const counts = new Map([...document.querySelectorAll("[data-lane]")].map((cell) => [cell.dataset.lane, cell]));
  const rowsById = new Map([...document.querySelectorAll("tr[data-row]")].map((row) => [row.dataset.row, row]));
  const say = live.querySelector(".say");
  const again = live.querySelector("a");
  let fresh = 0;
  let gone = 0;

  const tell = () => {
    const parts = [];
    if (fresh > 0) parts.push(`${fresh} new`);
    if (gone > 0) parts.push(`${gone} decided`);
    say.textContent = parts.join(", ");
    again.hidden = parts.length === 0;
  };

  const source = new EventSource(`/live?after=${encodeURIComponent(live.dataset.after)}`);
  source.addEventListener("open", () => { live.dataset.state = "live"; });
  source.addEventListener("counts", (event) => {
    for (const lane of JSON.parse(event.data).lanes) {
      const cell = counts.get(lane.lane);
      if (cell) cell.textContent = lane.open;
    }
  });
  source.addEventListener("change", (event) => {
    const change = JSON.parse(event.data);
    const row = rowsById.get(change.item);
    if (change.kind === "PROPOSED" && !row) fresh += 1;
    if (row && ["DECIDED", "EXPIRED", "WITHDRAWN"].includes(change.kind) && !row.classList.contains("gone")) {
      row.classList.add("gone");
      gone += 1;
    }
    if (row && change.kind === "UNDONE" && row.classList.contains("gone")) {
      row.classList.remove("gone");
      gone -= 1;
    }
    tell();
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) {
      live.dataset.state = "off";
      say.textContent = "No longer live: sign in again or reload";
    }
  });
  window.addEventListener("pagehide", () => source.close());
}
