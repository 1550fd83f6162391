// Turns the floor's news into events that htmx listens for; each part of the page reloads itself.
const linkState = document.getElementById("link-state");
const say = (words) => { if (linkState) linkState.textContent = words; };
const tell = (name) => document.body.dispatchEvent(new CustomEvent(name));

const news = new EventSource("/floor/news");
let wasLost = false;

news.addEventListener("open", () => {
  say("live");
  // What happened while the line was down was not heard: reload everything once.
  if (wasLost) location.reload();
});
news.addEventListener("error", () => {
  wasLost = true;
  say("not connected, trying again…");
});
news.addEventListener("card", (event) => {
  tell("floor-card-" + event.data);
  tell("floor-card");
});
news.addEventListener("progress", (event) => tell("floor-progress-" + event.data));
news.addEventListener("unassigned", () => tell("floor-unassigned"));

// News may replace a card while somebody types on it: what was typed for the same run stays. Ticks do not stay, since
// they vouch for what the card said.
const typed = (place) =>
  Array.from(place.querySelectorAll("form[hx-post] input:not([type=hidden]):not([type=checkbox])"))
    .filter((input) => input.value !== input.defaultValue)
    .map((input) => ({ action: input.form.getAttribute("action"), name: input.name, value: input.value,
      focused: input === document.activeElement }));

let kept = [];
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const { target, requestConfig } = event.detail;
  kept = requestConfig.verb === "get" && target.matches(".place") ? typed(target) : [];
});
document.body.addEventListener("htmx:afterSwap", (event) => {
  for (const { action, name, value, focused } of kept) {
    const form = event.detail.target.querySelector(`form[action="${action}"]`);
    const input = form && form.elements[name];
    if (!input) continue;
    input.value = value;
    if (focused) input.focus();
  }
  kept = [];
});
