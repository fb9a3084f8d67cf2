// The strip of steps: one view is shown at a time.

/** Shows one of the views; buttons and the arrow keys walk through them. */
class Strip {
  constructor(views, onShow) {
    this.views = views;
    this.onShow = onShow;
    this.buttons = [...document.querySelectorAll(".strip [data-view]")];
    this.walks = [...document.querySelectorAll(".strip .walk")];
    for (const [index, button] of this.buttons.entries()) button.addEventListener("click", () => this.show(index));
    for (const walk of this.walks) walk.addEventListener("click", () => this.show(this.shown + Number(walk.dataset.walk)));
    document.querySelector(".strip")?.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Shows a view. */
  show(index) {
    if (!this.views[index]) return;
    this.shown = index;
    this.views.forEach((view, other) => (view.element.hidden = other !== index));
    this.buttons.forEach((button, other) => (other === index ? button.setAttribute("aria-current", "step") : button.removeAttribute("aria-current")));
    // One that cannot be used can still have the focus: else the keyboard would lose its place at the end of the strip.
    for (const walk of this.walks) walk.setAttribute("aria-disabled", String(!this.views[index + Number(walk.dataset.walk)]));
    this.onShow(this.views[index]);
  }

  onKey(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = this.shown + step;
    if (!step || !this.views[next]) return;
    event.preventDefault();
    this.show(next);
    if (event.target.dataset.view !== undefined) this.buttons[next].focus();
  }
}
