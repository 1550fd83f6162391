// The order page's live picture: the finished picture shines through wherever the needle has been.

const BREAK = -32768;
const TENTHS_OF_THREAD = 5;

class LivePicture {
  constructor(frame, image, path) {
    this.image = image;
    this.path = path;
    const sizes = path.reduce(
      (box, value, i) => {
        if (value === BREAK) return box;
        if (i % 2 === 0) return { ...box, minX: Math.min(box.minX, value), maxX: Math.max(box.maxX, value) };
        return { ...box, minY: Math.min(box.minY, value), maxY: Math.max(box.maxY, value) };
      },
      { minX: Infinity, maxX: -Infinity, minY: Infinity, maxY: -Infinity },
    );
    this.margin = Number(frame.dataset.margin);
    this.left = sizes.minX - this.margin;
    this.top = sizes.minY - this.margin;
    this.scale = image.naturalWidth / (sizes.maxX - sizes.minX + 2 * this.margin);
    this.mask = this.canvas();
    this.shown = this.canvas();
    this.sewn = 0;
    this.position = 0;
    this.last = null;
    frame.append(this.shown);
    frame.classList.add("ready");
  }

  canvas() {
    const canvas = document.createElement("canvas");
    canvas.width = this.image.naturalWidth;
    canvas.height = this.image.naturalHeight;
    canvas.setAttribute("aria-hidden", "true");
    return canvas;
  }

  // Draws the needle's way up to so many penetrations; back to bare cloth when it is fewer than before.
  upTo(stitches) {
    const pen = this.mask.getContext("2d");
    if (stitches < this.sewn) {
      pen.clearRect(0, 0, this.mask.width, this.mask.height);
      this.sewn = 0;
      this.position = 0;
      this.last = null;
    }
    pen.lineWidth = TENTHS_OF_THREAD * this.scale;
    pen.lineCap = "round";
    pen.beginPath();
    while (this.sewn < stitches && this.position < this.path.length) {
      const x = this.path[this.position];
      const y = this.path[this.position + 1];
      this.position += 2;
      if (x === BREAK) {
        this.last = null;
        continue;
      }
      const here = [(x - this.left) * this.scale, (y - this.top) * this.scale];
      if (this.last) {
        pen.moveTo(...this.last);
        pen.lineTo(...here);
      }
      this.last = here;
      this.sewn += 1;
    }
    pen.stroke();
    this.paint();
  }

  paint() {
    const brush = this.shown.getContext("2d");
    brush.globalCompositeOperation = "source-over";
    brush.clearRect(0, 0, this.shown.width, this.shown.height);
    brush.drawImage(this.mask, 0, 0);
    brush.globalCompositeOperation = "source-in";
    brush.drawImage(this.image, 0, 0, this.shown.width, this.shown.height);
    if (this.last && this.position < this.path.length) {
      brush.globalCompositeOperation = "source-over";
      brush.beginPath();
      brush.arc(this.last[0], this.last[1], 12 * this.scale, 0, 2 * Math.PI);
      brush.lineWidth = 4 * this.scale;
      brush.strokeStyle = "#ad352a";
      brush.stroke();
    }
  }
}

async function loaded(frame) {
  const image = frame.querySelector("img");
  const [answer] = await Promise.all([fetch(frame.dataset.path), image.decode()]);
  if (!answer.ok) throw new Error(`No path: ${answer.status}`);
  return new LivePicture(frame, image, new Int16Array(await answer.arrayBuffer()));
}

function listen(place) {
  const events = new EventSource(place.dataset.events);
  events.addEventListener("moved", () => document.body.dispatchEvent(new CustomEvent("moved")));
  // Whatever moved while the line was down is fetched when it is up again.
  events.addEventListener("open", () => document.body.dispatchEvent(new CustomEvent("moved")));
}

// Starts following whatever the page wants followed.
export async function follow() {
  const place = document.querySelector("[data-events]");
  if (place) listen(place);
  const frame = document.querySelector(".live-stitches");
  if (!frame) return;
  const show = () => Number(document.querySelector("[data-stitches]")?.dataset.stitches ?? 0);
  try {
    const picture = await loaded(frame);
    picture.upTo(show());
    document.body.addEventListener("htmx:afterSettle", () => picture.upTo(show()));
  } catch (error) {
    // The whole picture stays as it is: less lively, not wrong about the design.
    console.warn(error);
  }
}
