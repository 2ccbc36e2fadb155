// The search page: reads the box and the address, asks search.js, and lists the results as links.
(function () {
  "use strict";
  var receive = window.minhbachSearch, form = document.getElementById("search");
  if (!receive || !form || !window.Promise) return;
  var root = form.dataset.root, language = form.dataset.language, folder = root + "search/" + language + "/";
  var box = form.elements.q, state = document.getElementById("search-state"), list = document.getElementById("results");
  var more = document.getElementById("more"), filters = form.querySelector("details");
  var names = ["kind", "place", "topic", "plan"], page = 10, limit = 20000;
  var version = null, engine = null, restarted = false, latest = 0;

  function script(name, mark) {
    return new Promise(function (done, failed) {
      (receive.waiting[name] = receive.waiting[name] || []).push(done);
      var element = document.createElement("script");
      element.src = folder + name + ".js" + (mark ? "?" + mark : "");
      element.onerror = function () { failed(new Error(name)); };
      // A file that arrives and does not call us is no file of the index.
      element.onload = function () { element.remove(); if (!receive.texts[name]) failed(new Error(name)); };
      document.head.appendChild(element);
      setTimeout(function () { failed(new Error(name)); }, limit);
    });
  }

  var asked = {};
  function load(name) {
    if (!asked[name]) {
      asked[name] = script(name, version).then(function (file) {
        if (file.version !== version) throw new Error("version");
        return file.text;
      });
      asked[name].catch(function () { delete asked[name]; });
    }
    return asked[name];
  }

  // The engine, over a head that was loaded with the page.
  function start() {
    if (engine) return Promise.resolve(engine);
    var head = receive.texts.head;
    return (head ? Promise.resolve(head) : script("head", "")).then(function (head) {
      version = head.version;
      engine = receive.engine(language, head.text, load);
      return engine;
    });
  }

  // An old head beside new files: a browser kept it over a rebuild.
  function restart() {
    restarted = true;
    engine = null;
    asked = {};
    receive.texts = {};
    return script("head", Date.now().toString(36)).then(function (head) { receive.texts.head = head; });
  }

  function chosen(unfinished) {
    var options = { unfinished: unfinished };
    names.forEach(function (name) { options[name] = form.elements[name].value || wanted[name] || ""; });
    return options;
  }

  function say(words, count, query, cut) {
    state.textContent = words.replace("{n}", count.toLocaleString(language) + (cut ? "+" : "")).replace("{q}", query);
  }

  function search(unfinished) {
    var query = box.value.trim(), turn = ++latest, options = chosen(unfinished);
    remember(query, options);
    if (!query) { list.textContent = ""; state.textContent = ""; more.hidden = true; return Promise.resolve(); }
    if (!list.firstChild) state.textContent = form.dataset.loading;
    return start().then(function (engine) {
      return engine.search(query, options).then(function (result) {
        if (turn !== latest) return;
        if (!result) { list.textContent = ""; say(form.dataset.none, 0, query); return; }
        return engine.show(result, 0, page).then(function (shown) {
          if (turn !== latest) return;
          list.textContent = "";
          var words = result.numbers.length ? (result.all ? form.dataset.count : form.dataset.some) : form.dataset.none;
          say(words, result.numbers.length, query, result.cut && result.numbers.length > 1000);
          if (result.read && result.all) state.textContent += ". " + form.dataset.telex.replace("{q}", result.read);
          shown.forEach(add);
          follow(engine, result, page, turn);
          fill(engine);
        });
      });
    }).catch(function (error) {
      if (error.message === "version" && !restarted) return restart().then(function () { return search(unfinished); });
      if (turn === latest) state.textContent = form.dataset.failed;
    });
  }

  function follow(engine, result, from, turn) {
    more.hidden = from >= result.numbers.length;
    more.onclick = function () {
      more.hidden = true;
      engine.show(result, from, from + page).then(function (shown) {
        if (turn !== latest) return;
        var first = shown.map(add)[0];
        if (first) first.querySelector("a").focus();
        follow(engine, result, from + page, turn);
      }, function () { state.textContent = form.dataset.failed; });
    };
  }

  function add(shown) {
    var item = document.createElement("li"), link = document.createElement("a"), about = document.createElement("p");
    link.href = root + shown.url;
    write(link, shown.title);
    item.className = shown.kind;
    item.appendChild(link);
    about.className = "muted";
    var kind = document.createElement("span");
    kind.className = "kind";
    kind.textContent = form.elements.kind.querySelector('[value="' + shown.kind + '"]').textContent;
    about.append(kind, " ");
    if (shown.draft) {
      var draft = document.createElement("span");
      draft.className = "badge draft";
      draft.textContent = form.dataset.draft;
      about.append(draft, " ");
    }
    var context = document.createElement("span");
    write(context, shown.context);
    about.appendChild(context);
    item.appendChild(about);
    if (shown.text.length) {
      var text = document.createElement("p");
      text.className = "snippet";
      write(text, shown.text);
      item.appendChild(text);
    }
    list.appendChild(item);
    return item;
  }

  function write(element, pieces) {
    pieces.forEach(function (piece) {
      var node = document.createElement(piece[1] ? "mark" : "span");
      node.textContent = piece[0];
      element.appendChild(piece[1] ? node : node.firstChild);
    });
  }

  // The names of places, topics and plans come after the first results.
  var filled = false;
  function fill(engine) {
    if (filled) return;
    filled = true;
    engine.filters().then(function (all) {
      all.forEach(function (filter) {
        var option = document.createElement("option");
        option.value = filter.address;
        option.textContent = (filter.kind === "commune" ? "\u2003" : "") + filter.name;
        form.elements[filter.kind === "commune" ? "place" : filter.kind].appendChild(option);
      });
      names.forEach(function (name) {
        if (wanted[name]) form.elements[name].value = wanted[name];
        if (form.elements[name].value) filters.open = true;
      });
      wanted = {};
    }, function () { filled = false; });
  }

  // The query is in the address, so that a search can be shared.
  function remember(query, options) {
    var parts = query ? ["q=" + encodeURIComponent(query)] : [];
    names.forEach(function (name) { if (options[name]) parts.push(name + "=" + encodeURIComponent(options[name])); });
    try { history.replaceState(null, "", location.pathname + (parts.length ? "?" + parts.join("&") : "")); } catch (error) { /* not from disk */ }
  }

  var address = new URLSearchParams(location.search), wanted = {}, timer;
  names.forEach(function (name) { wanted[name] = address.get(name) || ""; });
  form.elements.kind.value = wanted.kind;
  wanted.kind = "";
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); search(false); });
  box.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(function () { search(true); }, 200); });
  filters.addEventListener("change", function () { search(false); });
  filters.addEventListener("input", function (event) { event.stopPropagation(); });
  window.addEventListener("pageshow", function () { if (box.value && !list.firstChild) search(false); });
  box.value = address.get("q") || box.value;
  // Who comes with a query waits for results: the lists stand below them from the first, so that nothing moves.
  if (box.value) {
    list.classList.add("awaited");
    search(false).then(function () { list.classList.remove("awaited"); });
  } else if (!("ontouchstart" in window)) box.focus();
})();
