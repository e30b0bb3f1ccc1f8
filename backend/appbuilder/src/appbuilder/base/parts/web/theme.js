// What the person chose, else what the app or the device prefers.
{
  const usual = <<usual>>;
  let chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
    // A browser may forbid storing; then the choice lasts until the page is left.
  }
  document.documentElement.dataset.theme = chosen === "light" || chosen === "dark" ? chosen : usual;
}
