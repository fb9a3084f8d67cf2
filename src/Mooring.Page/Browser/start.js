// Starts the page.

// Of A4 without its margins, 190 mm, in pixels of a drawing that page.css makes smaller for it.
const paperHeight = ((190 / 25.4) * 96) / 0.72;

(() => {
  document.documentElement.classList.add("scripted");
  const filter = document.getElementById("filter");
  const found = document.querySelector(".filter output");
  const views = [...document.querySelectorAll(".view")].map((element) => new FilteredView(element));
  const draw = (view, pageHeight) => {
    const { shown, all } = view.show(filter.value.trim(), pageHeight);
    found.textContent = `${shown} of ${all} routes`;
  };
  const strip = new Strip(views, draw);
  filter.form.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("input", () => draw(views[strip.shown]));
  addEventListener("beforeprint", () => draw(views[strip.shown], paperHeight));
  addEventListener("afterprint", () => draw(views[strip.shown]));
  // A change is opened at its end: what it does as a whole, or with one step, what that does.
  strip.show(views.length - 1);
})();
