// The search page: reads the box and the address, asks search.js, and lists the results as links.
(function () {
  "use strict";
  var receive = window.minhbachSearch, form = document.getElementById("search");
  if (!receive || !form || !window.Promise) return;
  var root = form.dataset.root, language = form.dataset.language, folder = root + "search/" + language + "/";
  var box = form.elements.q, state = document.getElementById("search-state"), list = document.getElementById("results");
  var more = document.getElementById("more"), filters = form.querySelector("details"), help = document.getElementById("search-help"), browse = document.querySelector(".browse");
  var other = document.querySelector('.switch a[hreflang], a.switch[hreflang]');
  var names = ["kind", "place", "topic", "plan"], page = 10, limit = 20000;
  var version = null, engine = null, restarted = false, latest = 0;

  function script(name, mark) {
    return new Promise(function (done, failed) {
      (receive.waiting[name] = receive.waiting[name] || []).push(done);
      // A file that arrives and does not call us is no file of the index.
      fetched(folder + name + ".js" + (mark ? "?" + mark : ""), function () { if (!receive.texts[name]) failed(new Error(name)); }, failed);
    });
  }

  function fetched(address, done, failed) {
    var element = document.createElement("script"), lost = function () { failed(new Error(address)); };
    element.src = address;
    element.onerror = lost;
    element.onload = function () { element.remove(); done(); };
    document.head.appendChild(element);
    setTimeout(lost, limit);
  }

  // What reads a query that found nothing in other ways; only then is it loaded.
  var guessing = null;
  function guess() {
    guessing = guessing || new Promise(function (done, failed) {
      fetched(form.dataset.guess, function () { done(receive.guess); }, function (error) { guessing = null; failed(error); });
    });
    return guessing;
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

  // The engine, over the head of the index: whoever only looks at the page does not load it.
  function start() {
    if (engine) return Promise.resolve(engine);
    var head = receive.texts.head;
    return (head ? Promise.resolve(head) : script("head", "")).then(function (head) {
      version = head.version;
      engine = receive.engine(language, head.text, load, guess);
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
    return words.replace("{n}", count.toLocaleString(language) + (cut ? "+" : "")).replace("{q}", query);
  }

  function search(unfinished) {
    var query = box.value.trim(), turn = ++latest, options = chosen(unfinished);
    remember(query, options);
    toOther(query);
    if (!query) { list.textContent = help.textContent = state.textContent = ""; more.hidden = true; settle(); return Promise.resolve(); }
    if (!list.firstChild) {
      state.textContent = form.dataset.loading;
      // Nothing is to jump when the results come.
      filters.hidden = false;
      list.classList.add("awaited");
      browse.hidden = true;
    }
    return start().then(function (engine) {
      return engine.search(query, options).then(function (result) {
        if (turn !== latest) return;
        result = result || { numbers: [], unknown: [], everywhere: [], whole: 0, query: [], slots: [], pairs: [], scores: [] };
        return engine.show(result, 0, page).then(function (shown) {
          if (turn !== latest) return;
          list.textContent = "";
          var found = result.numbers.length, said = result.whole ? form.dataset.count : found ? form.dataset.some : form.dataset.none;
          said = say(said, result.whole || found, query, result.cut && found > 1000);
          if (result.read) said += ". " + say(form.dataset.read, 0, result.read);
          // Only what is new is said again.
          if (state.textContent !== said) state.textContent = said;
          advise(query, options, result);
          shown.forEach(add);
          browse.hidden = false;
          if (shown.length < 5) settle();
          follow(engine, result, page, turn);
          fill(engine, result, options, turn);
        });
      });
    }).catch(function (error) {
      if (error.message === "version" && !restarted) return restart().then(function () { return search(unfinished); });
      if (turn !== latest) return;
      settle();
      help.textContent = "";
      state.textContent = form.dataset.failed;
    });
  }

  function settle() {
    list.classList.remove("awaited");
    browse.hidden = false;
  }

  // What else can be done where little was found: no filters, fewer words, the other language.
  function advise(query, options, result) {
    help.textContent = "";
    if (result.whole && result.numbers.length > 3 && !result.read) return;
    var filtered = names.filter(function (name) { return options[name]; });
    if (!result.whole && filtered.length && result.everywhere.length) advice(form.dataset.unfiltered, address(query, {}), result.everywhere.length);
    if (!result.whole && !result.read) result.unknown.slice(0, 2).forEach(function (word) {
      var rest = (query.slice(0, word.start) + query.slice(word.end)).replace(/\s+/g, " ").trim();
      if (/[^\s"“”!-/]/.test(rest)) advice(form.dataset.without.replace("{w}", word.written), address(rest, options), 0, rest);
    });
    if (other && !(result.whole > 3)) advice(form.dataset.other, other.href, 0, query);
  }

  function advice(words, href, count, query) {
    var item = document.createElement("li"), link = document.createElement("a");
    link.href = href;
    link.textContent = say(words, count, query);
    item.appendChild(link);
    help.appendChild(item);
  }

  // The page's own link to the other language takes the query along.
  function toOther(query) {
    if (other) other.href = other.href.split("?")[0] + (query ? "?q=" + encodeURIComponent(query) : "");
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

  // The names of the kinds, before they get their counts.
  var kinds = {};
  Array.prototype.forEach.call(form.elements.kind.options, function (option) { kinds[option.value] = option.textContent; });

  function add(shown) {
    var item = document.createElement("li"), link = document.createElement("a"), about = document.createElement("p");
    link.href = root + shown.url;
    write(link, shown.title);
    item.className = shown.kind;
    item.appendChild(link);
    about.className = "muted";
    var kind = document.createElement("span");
    kind.className = "kind";
    kind.textContent = kinds[shown.kind];
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

  // The names of places, topics and plans come after the first results; then how many results each choice leaves.
  var filled = null;
  function fill(engine, result, options, turn) {
    filled = filled || engine.filters().then(function (all) {
      all.forEach(function (filter) {
        var option = document.createElement("option");
        option.value = filter.address;
        option.textContent = (filter.kind === "commune" ? "\u2003" : "") + filter.name;
        form.elements[filter.kind === "commune" ? "place" : filter.kind].appendChild(option);
      });
      names.forEach(function (name) {
        Array.prototype.forEach.call(form.elements[name].options, function (option) { option.name = option.textContent; });
        if (wanted[name]) form.elements[name].value = wanted[name];
        if (form.elements[name].value) filters.open = true;
      });
      wanted = {};
    });
    filled.then(function () { return engine.counts(result, options); }).then(function (counts) {
      if (turn !== latest) return;
      var useful = false;
      names.forEach(function (name) {
        var select = form.elements[name], choices = 0;
        Array.prototype.forEach.call(select.options, function (option) {
          if (!option.value) return;
          var count = counts[name][option.value] || 0;
          option.textContent = option.name + (count ? " (" + count.toLocaleString(language) + ")" : "");
          option.hidden = option.disabled = !count && option.value !== select.value;
          if (count) choices++;
        });
        // One choice is none, unless it is made.
        select.parentNode.hidden = choices < 2 && !select.value;
        useful = useful || !select.parentNode.hidden;
      });
      filters.hidden = !useful;
    }).catch(function () { filled = null; });
  }

  function address(query, options) {
    var parts = query ? ["q=" + encodeURIComponent(query)] : [];
    names.forEach(function (name) { if (options[name]) parts.push(name + "=" + encodeURIComponent(options[name])); });
    return location.pathname + (parts.length ? "?" + parts.join("&") : "");
  }

  // The query is in the address, so that a search can be shared.
  function remember(query, options) {
    try { history.replaceState(null, "", address(query, options)); } catch (error) { /* not from disk */ }
  }

  // Down goes from the box into the results and on, up goes back, Escape leaves them; Tab goes as everywhere.
  function move(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    var links = Array.prototype.slice.call(list.querySelectorAll("li > a")), at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      if (at >= 0) box.focus();
      else if (box.value) { box.value = ""; search(false); }
      else return;
    } else if (event.key === "ArrowDown" && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || box).focus();
    else return;
    event.preventDefault();
  }

  var asking = new URLSearchParams(location.search), wanted = {}, timer;
  names.forEach(function (name) { wanted[name] = asking.get(name) || ""; });
  form.elements.kind.value = wanted.kind;
  wanted.kind = "";
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); search(false); });
  box.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(function () { search(true); }, 200); });
  box.addEventListener("keydown", move);
  list.addEventListener("keydown", move);
  filters.addEventListener("change", function () { search(false); });
  filters.addEventListener("input", function (event) { event.stopPropagation(); });
  window.addEventListener("pageshow", function () { if (box.value && !list.firstChild) search(false); });
  box.value = asking.get("q") || box.value;
  // Who comes with a query waits for results: the lists stand below them from the first, so that nothing moves.
  if (box.value) {
    list.classList.add("awaited");
    Promise.resolve(search(false)).then(function () { list.classList.remove("awaited"); });
  } else if (!("ontouchstart" in window)) box.focus();
})();
