// One idea a screen, for a page that two people look at: a screen is a picture, the rows to it, or what is said of it.
// Without this script the page is the same from top to bottom.
(function () {
  "use strict";

  var keys = document.getElementById("keys");
  var main = document.querySelector("main");
  if (!keys || !main) { return; }

  var root = document.documentElement;
  var whatIf = document.getElementById("what-if");
  var screens = [];
  var current = 0;

  function begins(child, section) {
    return child.matches(".passage, .next-steps, .callout")
      || (child.matches(".table") && section.querySelector("figure") !== null);
  }

  Array.prototype.forEach.call(main.children, function (section) {
    if (section === whatIf || section.matches(".sources, .appendix")) { return; }
    var screen = null;
    Array.prototype.slice.call(section.children).forEach(function (child) {
      if (child.tagName === "H2" && child === section.firstElementChild) { return; }
      if (screen === null || begins(child, section)) {
        screen = document.createElement("div");
        screen.className = "screen";
        screen.tabIndex = -1;
        section.insertBefore(screen, child);
        screens.push(screen);
      }
      screen.classList.toggle("leading", screen.classList.contains("leading") || child.matches(".lead-figures"));
      screen.appendChild(child);
    });
  });
  Array.prototype.forEach.call(main.querySelectorAll(".sources, .appendix"), function (section) {
    section.classList.add("screen");
    section.tabIndex = -1;
    screens.push(section);
  });
  if (screens.length === 0) { return; }

  var back = document.getElementById("keys-back");
  var next = document.getElementById("keys-next");
  var place = document.getElementById("keys-place");
  var opener = document.getElementById("keys-what-if");

  // On a screen that is wide enough for a picture and its words, all of them are seen: what does not fit gets smaller,
  // the picture before the letters. A telephone is scrolled.
  function fit() {
    var letters = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6];
    var pictures = screens[current].querySelector("svg") ? [1, 0.9, 0.8, 0.7] : [1];
    var isPhone = window.innerWidth < 800;
    for (var letter = 0; letter < letters.length; letter += 1) {
      for (var picture = 0; picture < pictures.length; picture += 1) {
        root.style.setProperty("--letters", isPhone ? 1 : letters[letter]);
        root.style.setProperty("--picture", isPhone ? 1 : letters[letter] * pictures[picture]);
        if (isPhone || root.scrollHeight <= window.innerHeight) { return; }
      }
    }
  }

  function show(index, isFocused) {
    current = Math.max(0, Math.min(screens.length - 1, index));
    screens.forEach(function (screen, number) { screen.classList.toggle("shown", number === current); });
    Array.prototype.forEach.call(main.children, function (section) {
      section.classList.toggle("shown", section.contains(screens[current]));
    });
    place.textContent = (current + 1) + " / " + screens.length;
    back.disabled = current === 0;
    next.disabled = current === screens.length - 1;
    fit();
    window.scrollTo(0, 0);
    if (isFocused) { screens[current].focus({ preventScroll: true }); }
  }

  function showTarget() {
    var target = window.location.hash.length > 1 && document.getElementById(window.location.hash.slice(1));
    if (!target) { return; }
    if (target === whatIf) { root.classList.add("with-what-if"); fit(); return; }
    var index = screens.findIndex(function (screen) { return screen.contains(target) || target.contains(screen); });
    if (index >= 0) { show(index, true); target.scrollIntoView(); }
  }

  back.addEventListener("click", function () { show(current - 1, false); });
  next.addEventListener("click", function () { show(current + 1, false); });
  if (opener && whatIf) {
    opener.addEventListener("click", function () {
      opener.setAttribute("aria-expanded", String(root.classList.toggle("with-what-if")));
      fit();
    });
  }
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea")) { return; }
    if (event.key === " " && event.target.closest("button, a")) { return; }
    var to = {
      "ArrowRight": current + 1, "PageDown": current + 1, " ": current + (event.shiftKey ? -1 : 1),
      "ArrowLeft": current - 1, "PageUp": current - 1, "Home": 0, "End": screens.length - 1
    }[event.key];
    if (to === undefined) { return; }
    event.preventDefault();
    show(to, true);
  });
  window.addEventListener("hashchange", showTarget);
  window.addEventListener("resize", fit);

  root.classList.add("session");
  keys.hidden = false;
  show(0, false);
  showTarget();
})();
