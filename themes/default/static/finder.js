// Finds a place by its name, with marks or without, by Telex keys, or by a name from before a merger. page.js loads this,
// the list of places and the words of search.js and search-guess.js once the box is used.
(function () {
  "use strict";
  var form = document.querySelector("form.finder"), search = window.minhbachSearch;
  if (!form || !search || !search.texts.places) return;
  var input = form.querySelector("input"), found = form.querySelector(".found"), state = form.querySelector("[role=status]");
  var root = form.dataset.root, language = form.dataset.language, words = form.dataset;
  var MOST = 12;

  function keys(text) {
    return search.words(text, language).map(function (word) { return word.key; });
  }

  var lines = search.texts.places.text.split("\n");
  var places = lines.map(function (line) {
    var parts = line.split("\t");
    var place = { name: parts[0], parent: parts[1] && lines[parts[1]].split("\t"), address: parts[2], former: parts[3] };
    place.own = keys(place.name);
    place.all = place.own.concat(keys(place.former), place.parent ? keys(place.parent[0]) : []);
    return place;
  });

  function begins(all, key) {
    return all.some(function (word) { return word.slice(0, key.length) === key; });
  }

  function matches(text) {
    var wanted = keys(text);
    if (!wanted.length) return [];
    var hits = places.filter(function (place) { return wanted.every(function (key) { return begins(place.all, key); }); });
    function rank(place) {
      var own = wanted.filter(function (key) { return place.own.indexOf(key) >= 0; }).length;
      return wanted.filter(function (key) { return begins(place.own, key); }).length * 4 + own * 2 + (place.parent ? 0 : 1);
    }
    return hits.sort(function (left, right) { return rank(right) - rank(left) || places.indexOf(left) - places.indexOf(right); });
  }

  function add(parent, tag, text) {
    var element = document.createElement(tag);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function show() {
    var text = input.value.trim(), hits = text ? matches(text) : [];
    if (text && !hits.length) {
      var typed = text.split(/\s+/).map(search.guess.telex).join(" ");
      if (typed !== text) hits = matches(typed);
    }
    found.textContent = "";
    found.hidden = !text;
    state.textContent = !text ? "" : !hits.length ? words.none : words.count.replace("{n}", String(hits.length));
    if (!text) return;
    if (!hits.length) { add(found, "p", words.none); return; }
    var list = add(found, "ul", "");
    hits.slice(0, MOST).forEach(function (place) {
      var link = add(add(list, "li", ""), "a", "");
      link.href = root + (place.address || place.parent[2]);
      add(link, "b", place.name);
      var notes = [];
      if (place.parent && place.address) notes.push(place.parent[0]);
      if (place.parent && !place.address) notes.push(words.province.replace("{place}", place.parent[0]));
      if (place.former) notes.push(words.former.replace("{names}", place.former));
      if (notes.length) { link.appendChild(document.createTextNode(" ")); add(link, "span", notes.join(" · ")); }
    });
    if (hits.length > MOST) add(found, "p", words.more);
  }

  function links() { return [].slice.call(found.querySelectorAll("a")); }
  function close() { found.hidden = true; }

  input.addEventListener("input", show);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    show();
    var first = links()[0];
    if (first) location.href = first.href;
  });
  // Arrows walk through what was found; letters go on writing.
  form.addEventListener("keydown", function (event) {
    var all = links(), at = all.indexOf(document.activeElement);
    if (event.key === "Escape") { input.focus(); close(); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || found.hidden || !all.length) return;
    event.preventDefault();
    var next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? input : all[Math.min(next, all.length - 1)]).focus();
  });
  document.addEventListener("click", function (event) { if (!form.contains(event.target)) close(); });
  form.addEventListener("focusout", function (event) { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
  input.addEventListener("focus", function () { if (input.value) show(); });
  show();
})();
