// What pages do beyond links and forms. Everything still works without it, except what moves by itself.
import { follow } from "./live.js";

const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

function sizeSlider() {
  const slider = document.querySelector("#width");
  if (!slider) return;
  const aspect = Number(slider.form.dataset.aspect);
  const width = document.querySelector("[data-width]");
  const height = document.querySelector("[data-height]");
  const show = () => {
    width.textContent = slider.value;
    if (height) height.textContent = Math.round(slider.value * aspect);
  };
  slider.addEventListener("input", show);
  show();
}

function gallery() {
  const chips = all(".chip");
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      for (const other of chips) other.setAttribute("aria-pressed", String(other === chip));
      for (const card of all("[data-test=pattern]")) {
        card.hidden = chip.dataset.category !== "" && card.dataset.category !== chip.dataset.category;
      }
    });
  }
}

function dropZone() {
  const zone = document.querySelector(".drop");
  if (!zone) return;
  const input = zone.querySelector("input[type=file]");
  const name = zone.querySelector(".drop-name");
  const most = Number(input.dataset.mostMb);
  input.addEventListener("change", () => {
    const file = input.files[0];
    name.textContent = file ? file.name : "";
    const tooLarge = file && file.size > most * 1024 * 1024;
    input.setCustomValidity(tooLarge ? `The file is larger than ${most} MB. Please simplify the drawing.` : "");
    input.reportValidity();
  });
  for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, () => zone.classList.add("over"));
  for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("over"));
}

function formsSentOnce() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) {
      event.preventDefault();
      return;
    }
    if (form.hasAttribute("hx-post")) return;
    const button = event.submitter ?? form.querySelector("button:not([type=button])");
    if (!button) return;
    // After the browser has taken the form's values: a disabled button would not be among them.
    setTimeout(() => {
      button.disabled = true;
      if (form.dataset.busy) button.textContent = form.dataset.busy;
    });
  });
  // A page shown again from the browser's memory must be usable again.
  window.addEventListener("pageshow", () => all("button[disabled]").forEach((button) => { button.disabled = false; }));
}

function afterLoginGone() {
  document.body.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.responseURL.endsWith("/login")) {
      event.preventDefault();
      window.location.assign("/login");
    }
  });
}

sizeSlider();
gallery();
dropZone();
formsSentOnce();
afterLoginGone();
follow();
