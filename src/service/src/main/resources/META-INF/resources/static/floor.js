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

// News may replace a card while somebody types on it. What was entered stays, since htmx moves the fields marked for it
// into the new card; but a field that is moved loses the cursor.
let writing = null;
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const field = document.activeElement;
  writing = field && field.hasAttribute("hx-preserve") && event.detail.target.contains(field)
    ? { field, start: field.selectionStart, end: field.selectionEnd }
    : null;
});
document.body.addEventListener("htmx:afterSwap", () => {
  if (!writing) return;
  const { field, start, end } = writing;
  writing = null;
  if (!field.isConnected) return;
  field.focus({ preventScroll: true });
  if (start !== null) field.setSelectionRange(start, end);
});
