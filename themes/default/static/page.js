// Only enhances: every page works without it. Classic and deferred, so that it runs from a folder on disk too.

// The reader's comfort: size of text and contrast, kept where the browser lets us.
(function () {
  "use strict";
  var root = document.documentElement;
  var kept = {};
  try { kept = JSON.parse(localStorage.getItem("comfort")) || {}; } catch (error) { kept = {}; }
  function apply() {
    ["size", "contrast"].forEach(function (name) {
      if (kept[name] && kept[name] !== "1") root.setAttribute("data-" + name, kept[name]); else root.removeAttribute("data-" + name);
    });
  }
  apply();
  root.classList.add("scripted");
  var comfort = document.querySelector(".comfort");
  if (!comfort) return;
  comfort.querySelectorAll("input").forEach(function (input) {
    input.checked = (kept[input.name] || "1") === input.value;
    input.addEventListener("change", function () {
      kept[input.name] = input.value;
      apply();
      try { localStorage.setItem("comfort", JSON.stringify(kept)); } catch (error) { /* kept for this page alone */ }
    });
  });
  document.addEventListener("click", function (event) { if (!comfort.contains(event.target)) comfort.open = false; });
  comfort.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !comfort.open) return;
    comfort.open = false;
    comfort.querySelector("summary").focus();
  });
})();

// The other language opens at the very same clause.
(function () {
  "use strict";
  var twins = [].map.call(document.querySelectorAll("a.switch, a.keeps-place"), function (link) { return [link, link.getAttribute("href").split("#")[0]]; });
  function keep() { twins.forEach(function (twin) { twin[0].setAttribute("href", twin[1] + location.hash); }); }
  keep();
  addEventListener("hashchange", keep);
})();

// Links that copy their own address, and say so.
(function () {
  "use strict";
  var said = document.querySelector(".said"), timer;
  function say(words) {
    if (!said) return;
    clearTimeout(timer);
    said.textContent = words;
    timer = setTimeout(function () { said.textContent = ""; }, 4000);
  }
  function old(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    document.body.appendChild(area);
    area.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }
  function copy(text) {
    return navigator.clipboard ? navigator.clipboard.writeText(text).catch(function () { return old(text); }) : old(text);
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.copy, a.permalink");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    copy(link.href).then(function () { say(said.dataset.copied); }, function () { say(said.dataset.failed); }).then(function () { link.focus(); });
  });
})();

// The table of contents follows the reading; where the stylesheet cannot open it in the side rail, this does.
(function () {
  "use strict";
  var rail = document.querySelector(".contents");
  if (!rail) return;
  var details = rail.querySelector("details");
  if (matchMedia("(min-width: 64rem)").matches && !(window.CSS && CSS.supports("selector(::details-content)"))) details.open = true;
  if (!matchMedia("(min-width: 64rem)").matches) {
    rail.addEventListener("click", function (event) { if (event.target.closest("a")) details.open = false; });
  }
  if (!window.IntersectionObserver) return;
  var links = [].slice.call(rail.querySelectorAll("a")), inside = [], current;
  var sections = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
  // A line below the top of the window: the innermost clause that it crosses is being read.
  var observer = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) { inside[sections.indexOf(entry.target)] = entry.isIntersecting; });
    var at = inside.lastIndexOf(true);
    if (at < 0 || links[at] === current) return;
    if (current) current.removeAttribute("aria-current");
    current = links[at];
    current.setAttribute("aria-current", "location");
    var place = current.getBoundingClientRect(), frame = rail.getBoundingClientRect();
    if (place.top < frame.top) rail.scrollTop -= frame.top - place.top + 40;
    else if (place.bottom > frame.bottom) rail.scrollTop += place.bottom - frame.bottom + 40;
  }, { rootMargin: "-18% 0px -81% 0px" });
  sections.forEach(function (section) { if (section) observer.observe(section); });
})();

// What a link leads into is opened; on paper everything is.
(function () {
  "use strict";
  function open() {
    var name = location.hash.slice(1);
    // A link cut off in the middle of a letter is none.
    try { name = decodeURIComponent(name); } catch (error) { return; }
    var target = name && document.getElementById(name);
    var closed = target && target.closest("details");
    if (closed) closed.open = true;
  }
  open();
  addEventListener("hashchange", open);
  addEventListener("beforeprint", function () {
    document.querySelectorAll(".attributes").forEach(function (details) { details.open = true; });
  });
})();

// Whoever goes to the search box is about to search: the page and the head of the index are fetched meanwhile.
(function () {
  "use strict";
  var form = document.querySelector("form.find");
  if (!form) return;
  form.addEventListener("focusin", function () {
    [form.getAttribute("action"), form.dataset.index].forEach(function (address) {
      var link = document.createElement("link");
      link.rel = "prefetch";
      link.href = address;
      document.head.appendChild(link);
    });
  }, { once: true });
})();

// The place finder and its list are fetched when somebody comes to use them.
(function () {
  "use strict";
  var form = document.querySelector("form.finder");
  if (!form) return;
  form.addEventListener("focusin", function () {
    form.dataset.load.split(" ").forEach(function (address) {
      var script = document.createElement("script");
      script.src = address;
      script.async = false;
      document.head.appendChild(script);
    });
  }, { once: true });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
