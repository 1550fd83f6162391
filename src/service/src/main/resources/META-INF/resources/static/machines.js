// As many rows for threads as there are needles. What was typed for a needle that comes back is still there.
const needles = document.querySelector("input[name=needles]");
const rows = document.querySelectorAll("[data-needle]");

function show() {
  const count = Number(needles.value);
  if (!Number.isInteger(count) || count < 1) return;
  for (const row of rows) {
    const there = Number(row.dataset.needle) <= count;
    row.hidden = !there;
    row.querySelector("input").disabled = !there;
  }
}
if (needles) needles.addEventListener("input", show);

// A colour that was written by hand is shown at once; those of the charts with the next page.
for (const row of rows) {
  row.querySelector("input").addEventListener("input", (event) => {
    const color = /^#[0-9a-f]{6}/i.exec(event.target.value);
    const spot = row.querySelector("circle");
    spot.setAttribute("fill", color ? color[0] : "none");
    if (color) spot.removeAttribute("stroke-dasharray");
    else spot.setAttribute("stroke-dasharray", "3 2");
  });
}
