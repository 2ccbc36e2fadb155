// Searches the index that the build wrote (src/search/): what a query means, which files it needs, how results rank.
// Nothing here touches the page; search-page.js does. tests/search/ holds both this and the Rust side to the same words.
(function (global) {
  "use strict";

  // Words ----------------------------------------------------------------------------------------------------------

  var WORD = /[0-9]+(?:[.,][0-9]+)*|(?:(?![0-9])[\p{Alphabetic}\p{N}\u0300-\u036f])+/gu;
  var FILLERS = {
    vi: " và của các là được cho với tại theo những thì mà trong này ",
    en: " the of and in to a an for by on at is are be with or as s "
  };
  // Questions are asked of the page, not of its words.
  var QUESTIONS = {
    vi: /^(?:bao nhieu(?: phan tram)?|bao gio|la gi|lam gi|gi|la ai|nhu the nao|the nao|nao|khi nao|o dau|co phai)$/,
    en: /^(?:(?:how many|what) (?:percent|percentag)|how many|how much|how|what|when|where|who|which|why|doe|do|did|wa|were)$/
  };
  var TONES = { "oá": "óa", "oà": "òa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oé": "óe", "oè": "òe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe", "uý": "úy", "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy" };

  // Lower case, without marks, then đ to d.
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  function isFiller(form, language) {
    return FILLERS[language].indexOf(" " + form + " ") >= 0;
  }

  // The words of a text: key (how it is found), form (how exact it is), filler, and where it stands.
  function words(text, language) {
    var found = [], match;
    WORD.lastIndex = 0;
    while ((match = WORD.exec(text))) {
      var written = match[0];
      var read = /^[0-9]/.test(written) ? figures(written) : [word(written, language)];
      for (var i = 0; i < read.length; i++) {
        read[i].start = match.index;
        read[i].end = match.index + written.length;
        read[i].filler = isFiller(read[i].form, language);
        read[i].written = written;
        found.push(read[i]);
      }
    }
    return found;
  }

  // The words of a query. Invisible letters come along when one copies from a page.
  function queried(text, language) {
    text = text.normalize("NFC").replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
    var query = words(text, language).slice(0, 24), quotes = [];
    query.text = text;
    text.replace(/["“”„«]([^"“”„«»]+)["“”»]/g, function (all, inside, at) { quotes.push([at, at + all.length]); });
    query.forEach(function (word, at) {
      word.quoted = quotes.some(function (quote) { return word.start >= quote[0] && word.end <= quote[1]; });
      for (var length = 4; length > 0; length--) {
        var run = query.slice(at, at + length);
        if (!word.quoted && run.length === length && QUESTIONS[language].test(run.map(function (word) { return word.key; }).join(" "))) {
          run.forEach(function (word) { word.filler = word.question = true; });
        }
      }
      // The word before a document's number says little.
      word.number = at + 1 < query.length && /^(?:so|no|number|kh)$/.test(word.key) && /^[0-9]+$/.test(query[at + 1].key);
    });
    return query;
  }

  function word(written, language) {
    var form = written.toLowerCase().normalize("NFC").replace(/ð/g, "đ");
    var end = form.slice(-2);
    if (Object.prototype.hasOwnProperty.call(TONES, end) && form.charAt(form.length - 3) !== "q") form = form.slice(0, -2) + TONES[end];
    var key = fold(form);
    if (language === "vi" && /^(?:[hklmstv]|qu)y$/.test(key)) form = form.normalize("NFD").replace("y", "i").normalize("NFC");
    key = language === "en" ? stem(key) : /^(?:[hklmstv]|qu)y$/.test(key) ? key.slice(0, -1) + "i" : key;
    return { key: key, form: form };
  }

  function stem(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    if (/ies$/.test(word) && word.length > 4) word = word.slice(0, -3) + "y";
    else if (/(?:sses|xes|ches|shes|zes)$/.test(word)) word = word.slice(0, -2);
    else if (/s$/.test(word) && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
    var ending = ["ing", "ment", "ed"].filter(function (ending) {
      return word.length >= ending.length + 4 && word.slice(-ending.length) === ending;
    })[0];
    if (ending) word = word.slice(0, -ending.length);
    if (/mme$/.test(word)) word = word.slice(0, -2);
    word = word.replace(/isation/g, "ization");
    [["ization", "iz"], ["ification", "ifi"], ["ify", "ifi"], ["tre", "ter"], ["our", "or"]].forEach(function (pair) {
      if (word.length > 4 && word.slice(-pair[0].length) === pair[0]) word = word.slice(0, -pair[0].length) + pair[1];
    });
    if (word.length > 3 && /e$/.test(word)) word = word.slice(0, -1);
    if (word.length > 3 && /(.)\1$/.test(word) && !/ss$/.test(word)) word = word.slice(0, -1);
    return word.length > 4 ? word.replace(/([iy])s$/, "$1z") : word;
  }

  // 48,5 and 48.5; 1.234 and 1,234; 03 and 3; 27.9.2025 is three words.
  function figures(written) {
    var pieces = written.split(/[.,]/), signs = written.replace(/[0-9]/g, "");
    var last = pieces.length - 1;
    function same(signs) { return /^(.?)\1*$/.test(signs); }
    function grouped(pieces) {
      return pieces[0].length <= 3 && pieces[0] !== "0" && pieces.slice(1).every(function (piece) { return piece.length === 3; });
    }
    if (last === 0) return [figure(written, "")];
    if (same(signs) && grouped(pieces)) return [figure(pieces.join(""), "")];
    if (last === 1) return [figure(pieces[0], pieces[1])];
    if (same(signs.slice(0, -1)) && !same(signs) && grouped(pieces.slice(0, last))) return [figure(pieces.slice(0, last).join(""), pieces[last])];
    return pieces.map(function (piece) { return figure(piece, ""); });
  }

  function figure(whole, fraction) {
    function point(fraction) { return fraction ? "." + fraction : ""; }
    return { key: (whole.replace(/^0+/, "") || "0") + point(fraction.replace(/0+$/, "")), form: whole + point(fraction) };
  }

  // Reading the index -----------------------------------------------------------------------------------------------

  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", DIGIT = {};
  for (var i = 0; i < 64; i++) DIGIT[DIGITS.charAt(i)] = i;

  function numbers(text) {
    var all = [], value = 0, scale = 1;
    for (var i = 0; i < text.length; i++) {
      var digit = DIGIT[text.charAt(i)];
      value += (digit & 31) * scale;
      if (digit < 32) { all.push(value); value = 0; scale = 1; } else scale *= 32;
    }
    return all;
  }

  function readHead(text) {
    var lines = text.split("\n"), start = 0;
    var kinds = lines[1].split(" ").map(function (kind) {
      var parts = kind.split(":"), from = start;
      start += Number(parts[1]);
      return { name: parts[0], from: from, to: start };
    });
    var first = 0;
    var results = numbers(lines[2]).map(function (length) { var from = first; first += length; return from; });
    function keys(line) { return line ? line.split(" ") : []; }
    return { documents: Number(lines[0]), kinds: kinds, results: results, words: keys(lines[3]), pairs: keys(lines[4]) };
  }

  // The place of the last element that is not greater.
  function lastAtMost(list, value) {
    var low = 0, high = list.length;
    while (low < high) { var middle = (low + high) >> 1; if (list[middle] <= value) low = middle + 1; else high = middle; }
    return low - 1;
  }

  // A line of a file of words or pairs: { key, same, lists: [{ form, limit, list }] }.
  function readEntry(line) {
    var fields = line.split(" "), entry = { key: fields[0], same: [], lists: [] };
    fields.slice(1).forEach(function (field) {
      if (field.charAt(0) === "=") {
        var same = field.split("=");
        entry.same.push({ own: same[1].split("_"), other: same[2].split("_") });
        return;
      }
      var colon = field.indexOf(":"), text = field.slice(colon + 1), limit = Infinity, numbered;
      if (text.charAt(0) === "!") { numbered = numbers(text.slice(1)); limit = numbered.shift(); } else numbered = numbers(text);
      entry.lists.push({ form: field.slice(0, colon) || entry.key, limit: limit, list: numbered });
    });
    return entry;
  }

  // Lines of a file whose key is, or begins with, a key.
  function find(text, key, prefix) {
    var found = [], at = text.slice(0, key.length) === key ? 0 : text.indexOf("\n" + key) + 1;
    for (;;) {
      if (text.slice(at, at + key.length) !== key) return found;
      var end = text.indexOf("\n", at);
      var line = end < 0 ? text.slice(at) : text.slice(at, end);
      if (prefix || line.charAt(key.length) === " " || line.length === key.length) found.push(readEntry(line));
      if (end < 0 || (!prefix && found.length)) return found;
      at = end + 1;
    }
  }

  // Ranking ---------------------------------------------------------------------------------------------------------

  // By the weight in the index: where it stands, its text, its title, a short title.
  var WEIGHTS = [0.45, 1, 2.2, 3];
  var KIND_WEIGHTS = { place: 1.5, topic: 1.45, plan: 1.3, indicator: 1.25, statement: 1, term: 1.15, page: 1.2, clause: 1 };
  var OTHER_WORDS = "~";
  var MOST_PREFIXED = 24;
  var MOST_PAIRED = 5;
  // Other readings of a query that are tried, and files that they may load.
  var MOST_READ = 3, MOST_LOADED = 3;
  // As src/search/postings.rs and files.rs say.
  var RARE = 4, PAIRED = 4096;
  // Fewer results than this are joined by the nearest others.
  var FEW = 5;

  // load(name) promises the text of a file of the index; head is the text of its head; guess promises search-guess.js.
  function engine(language, head, load, guess) {
    head = readHead(head);
    var filters = null, known = {}, fetch = load;
    load = function (name) { known[name] = true; return fetch(name); };

    function files(key, prefix) {
      var first = Math.max(0, lastAtMost(head.words, key));
      var last = prefix ? Math.min(first + 2, Math.max(first, lastAtMost(head.words, key + "\uffff"))) : first;
      var names = [];
      for (var i = first; i <= last && head.words.length; i++) names.push("w" + i);
      return names;
    }

    function kindOf(number) {
      for (var i = 0; i < head.kinds.length; i++) if (number < head.kinds[i].to) return head.kinds[i].name;
    }

    // What is wanted of each word: its lists, as how good a hit each is.
    function slots(query, unfinished) {
      var wanted = query.filter(function (word) { return !word.filler; });
      if (!wanted.length) wanted = query;
      var last = wanted[wanted.length - 1];
      var words = wanted.map(function (word) {
        var prefix = unfinished && word === last && word.end === query[query.length - 1].end && word.key.length > 1 && !/^[0-9]+$/.test(word.key);
        return Promise.all(files(word.key, prefix).map(load)).then(function (texts) {
          var entries = [].concat.apply([], texts.map(function (text) { return find(text, word.key, prefix); }));
          entries.sort(function (left, right) { return left.key.length - right.key.length; });
          var marked = word.form !== fold(word.form);
          var lists = [], own = entries[0] && entries[0].key === word.key ? entries[0].lists : [];
          // Marks that some document has as typed are meant; others are a slip. So is the zero of 8,0.
          var meant = (language === "vi" && marked || /\./.test(word.form)) && own.some(function (list) { return list.form === word.form; });
          entries.slice(0, MOST_PREFIXED).forEach(function (entry) {
            entry.lists.forEach(function (list) {
              var good = list.form === word.form ? 1 : meant ? 0.12 : 0.85;
              if (entry.key !== word.key) good *= 0.5;
              lists.push({ good: good, form: list.form, whole: entry.key === word.key, other: list.form === OTHER_WORDS, limit: list.limit, list: list.list });
            });
          });
          return {
            word: word,
            lists: lists,
            same: entries.length && entries[0].key === word.key ? entries[0].same : [],
            prefixed: entries.length && entries[0].key !== word.key || prefix,
            // Without marks, cua may be the filler của, which no document is found by; ai asks who as often as it means AI.
            optional: word.number || language === "vi" && !marked && query.length > 1 && (isFolded(word.key) || word.written === "ai"),
            often: own.reduce(function (sum, list) { return sum + list.list.length; }, 0)
          };
        });
      });
      var pairs = [];
      // Many words are narrow enough without their order. "số" before a number parts no pair.
      var ordered = query.filter(function (word) { return !word.number || word.quoted; });
      for (var i = 0; i + 1 < ordered.length; i++) {
        var quoted = ordered[i].quoted && ordered[i + 1].quoted;
        if ((quoted || wanted.length <= MOST_PAIRED) && !ordered[i].filler && !ordered[i + 1].filler) pairs.push(pair(ordered[i], ordered[i + 1]));
      }
      function pair(left, right) {
        var key = left.key + "_" + right.key, number = lastAtMost(head.pairs, key);
        if (number < 0) return Promise.resolve(null);
        return load("p" + number).then(function (text) {
          var entry = find(text, key, false)[0];
          return { list: entry && entry.lists[0] ? entry.lists[0].list : [], same: entry ? entry.same : [], quoted: left.quoted && right.quoted, words: [left, right] };
        });
      }
      return Promise.all([Promise.all(words), Promise.all(pairs)]).then(function (found) {
        sayOtherwise(query, found[0], found[1], wanted.length <= MOST_PAIRED);
        return found;
      });
    }

    // A document that says "nhà giáo" in other words says "nhà" only where "nhà giáo" is asked for.
    function sayOtherwise(query, slots, pairs, told) {
      var keys = query.map(function (word) { return word.key; }), said = [];
      eachSame(slots, pairs, keys, function (same, at) { same.own.forEach(function (_, i) { said[at + i] = true; }); });
      slots.forEach(function (slot) {
        var good = said[query.indexOf(slot.word)] ? 0.75 : told ? 0.1 : 0.5;
        slot.lists.forEach(function (list) { if (list.other) list.good = good; });
      });
    }

    function isFolded(key) {
      return FILLERS.vi.split(" ").some(function (filler) { return filler && fold(filler) === key; });
    }

    // Scores of the documents: { numbers: best first, all: whether each holds all words }.
    function rank(found, allowed) {
      var slots = found[0], pairs = found[1];
      var scores = new Float64Array(head.documents), covered = new Float64Array(head.documents), figures = new Uint8Array(head.documents);
      var total = 0, known = 0, cut = false, asked = 0;
      function limit(slot) { return Math.min.apply(null, [Infinity].concat(slot.lists.map(function (list) { return list.limit; }))); }
      // Whole lists first: a document that they hold may hold the words whose lists were cut short.
      slots.slice().sort(function (left, right) { return limit(left) < limit(right) ? 1 : limit(left) > limit(right) ? -1 : 0; }).forEach(function (slot) {
        var best = new Float64Array(head.documents), count = 0, end = limit(slot);
        if (end < Infinity) cut = true;
        slot.lists.forEach(function (list) {
          var at = 0;
          for (var i = 0; i < list.list.length; i++) {
            at += Math.floor(list.list[i] / 4);
            var value = WEIGHTS[list.list[i] % 4] * list.good;
            if (!best[at]) count++;
            if (value > best[at]) best[at] = value;
            at++;
          }
        });
        slot.found = count > 0;
        var rare = rarity(count) * (slot.optional ? 0.3 : 1);
        if (!slot.optional) total += rare;
        if (!slot.optional && slot.found) known += rare;
        var figure = !slot.optional && slot.found && /^[0-9]/.test(slot.word.key) ? 1 : 0;
        asked += figure;
        for (var i = 0; i < best.length; i++) {
          if (best[i]) {
            scores[i] += rare * best[i];
            figures[i] += figure;
            if (!slot.optional) covered[i] += rare;
          } else if (i >= end && covered[i] && !slot.optional) covered[i] += rare; // Not listed: it may hold the word.
        }
      });
      var quoted = null;
      pairs.forEach(function (pair) {
        if (!pair) return;
        // Words in quotation marks stand together; the index knows of all but rare ones and very common ones whether they do.
        var told = pair.quoted && pair.list.length < PAIRED && pair.words.every(function (word) {
          return slots.some(function (slot) { return slot.word === word && slot.often >= RARE; });
        });
        if (told) {
          var together = new Uint8Array(head.documents);
          pair.list.reduce(function (at, number) { at += Math.floor(number / 4); together[at] = 1; return at + 1; }, 0);
          quoted = quoted ? quoted.map(function (held, number) { return held & together[number]; }) : together;
        }
        var at = 0, rare = rarity(pair.list.length);
        pair.list.forEach(function (number) {
          at += Math.floor(number / 4);
          scores[at] += rare * WEIGHTS[number % 4] * 1.2;
          at++;
        });
      });
      var whole = [], some = [], everywhere = [], partly = [];
      for (var i = 0; i < scores.length; i++) {
        if (!scores[i] || quoted && !quoted[i]) continue;
        var holds = covered[i] >= total - 1e-9;
        // A word that stands nowhere is not asked of the nearest results.
        if (!holds && covered[i] < known * 0.5) continue;
        (holds ? everywhere : partly).push(i);
        if (!allowed || allowed[i]) (holds ? whole : some).push(i);
      }
      head.kinds.forEach(function (kind) {
        for (var i = kind.from; i < kind.to; i++) scores[i] *= KIND_WEIGHTS[kind.name] || 1;
      });
      function best(left, right) { return scores[right] - scores[left] || left - right; }
      some.forEach(function (number) { scores[number] *= Math.pow(covered[number] / known, 2); });
      whole.sort(best);
      some.sort(best);
      // Where few hold every word, those that hold most of them come among them: a long text may hold all words of a
      // question by chance. Who asks for a figure wants no other.
      if (whole.length && whole.length < FEW) some = some.filter(function (number) { return covered[number] >= total * 0.65 && figures[number] === asked; }).slice(0, FEW - whole.length);
      var listed = whole.length >= FEW ? whole : whole.concat(some).sort(best);
      return { numbers: listed, scores: scores, total: total, whole: whole.length, all: whole.length > 0, cut: cut, everywhere: everywhere.length ? everywhere : partly };
    }

    function rarity(count) {
      return Math.log(1 + (head.documents + 1) / (count + 1));
    }

    function loadFilters() {
      if (filters) return Promise.resolve(filters);
      return load("filters").then(function (text) {
        filters = text.split("\n").filter(Boolean).map(function (line) {
          var fields = line.split("\t");
          return { kind: fields[0], address: fields[1], name: fields[2], stretches: fields[3] };
        });
        return filters;
      });
    }

    // Which documents the chosen filters let through; null for all.
    function allow(chosen) {
      var names = ["place", "topic", "plan"].filter(function (name) { return chosen[name]; });
      if (!names.length && !chosen.kind) return Promise.resolve(null);
      var allowed = new Uint8Array(head.documents).fill(1);
      head.kinds.forEach(function (kind) { if (chosen.kind && kind.name !== chosen.kind) allowed.fill(0, kind.from, kind.to); });
      if (!names.length) return Promise.resolve(allowed);
      return loadFilters().then(function (filters) {
        names.forEach(function (name) {
          var own = new Uint8Array(head.documents);
          filters.forEach(function (filter) {
            if ((filter.kind === "commune" ? "place" : filter.kind) !== name || filter.address !== chosen[name]) return;
            var pairs = numbers(filter.stretches), at = 0;
            for (var i = 0; i < pairs.length; i += 2) { at += pairs[i]; own.fill(1, at, at + pairs[i + 1]); at += pairs[i + 1]; }
          });
          for (var i = 0; i < own.length; i++) if (!own[i]) allowed[i] = 0;
        });
        return allowed;
      });
    }

    // Results of a query. options: unfinished (the last word is still being typed), kind, place, topic, plan.
    function search(text, options) {
      options = options || {};
      var query = queried(text, language);
      if (!query.length) return Promise.resolve(null);
      function run(query, read) {
        return Promise.all([slots(query, options.unfinished), allow(options)]).then(function (found) {
          var result = rank(found[0], found[1]);
          result.query = query;
          result.slots = found[0][0];
          result.pairs = found[0][1];
          result.read = read;
          result.unknown = result.slots.filter(function (slot) { return !slot.found && !slot.optional; }).map(function (slot) { return slot.word; });
          return result;
        });
      }
      return run(query, null).then(function (result) {
        // Digits in the middle of a syllable are VNI's.
        var keyed = language === "vi" && /(?:^|[^a-z0-9])[a-z]*[aeiouy][a-z]*[1-9](?![0-9])/i.test(text);
        if (result.everywhere.length && result.all && !result.unknown.length && !keyed || !guess) return result;
        if (result.all && !keyed) return result;
        return guess().then(function (guess) { return read(guess, text, result, run); }, function () { return result; });
      });
    }

    // The first other reading of a query that finds all of its words; else what was found.
    function read(guess, text, result, run) {
      var readings = [];
      if (language === "vi") {
        [text.replace(WORD, guess.telex), text.replace(/[a-z]+[1-9][a-z0-9]*/gi, guess.vni)].forEach(function (typed) {
          if (typed !== text && typed.toLowerCase() !== text.toLowerCase()) readings.push({ text: typed, shown: typed });
        });
      }
      return first(readings.slice(), result, run).then(function (found) {
        // Where most words are unknown, a guess is no better than none.
        if (found || result.all || !result.unknown.length || result.unknown.length > Math.max(1, result.slots.length / 2)) return found || result;
        return load("vocabulary").then(function (text) {
          var vocabulary = guess.readVocabulary(text, DIGIT);
          // What was keyed may be mistyped besides.
          var source = readings.length ? queried(readings[0].text, language) : null;
          var unknown = result.unknown.map(function (word) { return word.key; });
          var tries = guess.corrections(result.query, unknown, vocabulary);
          if (source) tries = tries.concat(guess.corrections(source, source.map(function (word) { return word.key; }).filter(function (key) { return !vocabulary[key]; }), vocabulary));
          return likeliest(tries, run).then(function (found) { return found || result; });
        });
      });
    }

    function first(readings, result, run) {
      var reading = readings.shift();
      if (!reading) return Promise.resolve(null);
      return run(queried(reading.text, language), reading.shown).then(function (found) { return found.all && !found.unknown.length ? found : first(readings, result, run); });
    }

    // Of several readings the one whose words fit best together. Each costs files, so only the few likeliest are asked:
    // first those in which a word follows the one before it somewhere, which one file of pairs says of all of them.
    function likeliest(readings, run) {
      return Promise.all(readings.map(function (reading) {
        var query = queried(reading.text, language);
        return Promise.all(query.slice(1).map(function (word, before) {
          var left = query[before], number = lastAtMost(head.pairs, left.key + "_" + word.key);
          if (number < 0 || left.filler || word.filler || reading.changed.indexOf(word.key) < 0) return 0;
          return load("p" + number).then(function (text) { return find(text, left.key + "_" + word.key, false).length; });
        })).then(function (fits) { return { query: query, shown: reading.shown, fits: fits.reduce(function (sum, fit) { return sum + fit; }, 0) }; });
      })).then(function (tries) {
        tries = tries.map(function (one, at) { one.at = at; return one; });
        tries.sort(function (left, right) { return right.fits - left.fits || left.at - right.at; });
        var loads = {};
        tries = tries.filter(function (one, at) {
          one.query.forEach(function (word, before) {
            if (word.filler) return;
            files(word.key, false).concat(before ? ["p" + lastAtMost(head.pairs, one.query[before - 1].key + "_" + word.key)] : []).forEach(function (name) { if (!known[name]) loads[name] = true; });
          });
          return !at || at < MOST_READ && Object.keys(loads).length <= MOST_LOADED;
        });
        return Promise.all(tries.map(function (one) { return run(one.query, one.shown); }));
      }).then(function (all) {
        var best = null, most = 0;
        all.forEach(function (found, at) {
          // Rare words are no likelier to be meant.
          var score = found.unknown.length || !found.numbers.length ? 0 : (found.all ? 1 : 0.5) * found.scores[found.numbers[0]] / found.total / (1 + 0.25 * at);
          if (score > most) { most = score; best = found; }
        });
        if (best) best.read = spelled(best);
        return best;
      });
    }

    // A reading with the words as the first result spells them.
    function spelled(found) {
      var slots = found.slots.slice();
      return found.read.replace(WORD, function (written) {
        var at = slots.findIndex(function (slot) { return slot.word.written.toLowerCase() === written.toLowerCase(); });
        if (at < 0) return written;
        var slot = slots.splice(at, 1)[0];
        if (slot.word.form !== fold(slot.word.form)) return written;
        var best = null, most = -1;
        slot.lists.forEach(function (list) {
          if (list.other || !list.whole) return;
          // A place's name in English stands beside its own.
          var weight = weightIn(list.list, found.numbers[0]) + (list.form === fold(list.form) ? 0 : 0.5);
          if (weight > most) { most = weight; best = list.form; }
        });
        return best && best !== slot.word.form ? best : written;
      });
    }

    // How much a list says of a document; less than nothing where it is not in it.
    function weightIn(list, number) {
      for (var i = 0, at = 0; i < list.length && at <= number; i++, at++) {
        at += Math.floor(list[i] / 4);
        if (at === number) return list[i] % 4;
      }
      return -2;
    }

    // How many documents each choice of each filter would leave, the other filters as they are: { kind: { plan: 3 } }.
    function counts(result, chosen) {
      return loadFilters().then(function (filters) {
        var names = ["kind", "place", "topic", "plan"], all = {};
        return Promise.all(names.map(function (name) {
          var others = {};
          names.forEach(function (other) { if (other !== name) others[other] = chosen[other]; });
          return allow(others).then(function (allowed) {
            // How many of the documents before each one are found.
            var before = new Uint32Array(head.documents + 1);
            result.everywhere.forEach(function (number) { if (!allowed || allowed[number]) before[number + 1] = 1; });
            for (var i = 1; i < before.length; i++) before[i] += before[i - 1];
            all[name] = {};
            if (name === "kind") head.kinds.forEach(function (kind) { all.kind[kind.name] = before[kind.to] - before[kind.from]; });
            filters.forEach(function (filter) {
              if ((filter.kind === "commune" ? "place" : filter.kind) !== name) return;
              var stretches = numbers(filter.stretches), at = 0, sum = 0;
              for (var i = 0; i < stretches.length; i += 2) { at += stretches[i]; sum += before[at + stretches[i + 1]] - before[at]; at += stretches[i + 1]; }
              all[name][filter.address] = sum;
            });
          });
        })).then(function () { return all; });
      });
    }

    // The fields of a line: address, title and context say what differs from the line before, after how many letters.
    function line(text, number) {
      var lines = text.split("\n"), fields = ["", "", ""], i, j, own;
      for (i = 0; i <= number; i++) {
        own = lines[i].split("\t");
        for (j = 0; j < 3; j++) own[j] = fields[j].slice(0, DIGIT[own[j].charAt(0)]) + own[j].slice(1);
        fields = own;
      }
      return fields;
    }

    // Shown results from one position to another, the best among them first.
    function show(result, from, to) {
      var numbers = result.numbers.slice(from, to);
      return Promise.all(numbers.map(function (number) {
        var file = lastAtMost(head.results, number);
        return load("r" + file).then(function (text) {
          var fields = line(text, number - head.results[file]);
          var shown = { number: number, kind: kindOf(number), url: fields[0], draft: fields[4] === "d" };
          shown.title = mark(fields[1], result, 0);
          shown.context = mark(fields[2], result, 0);
          shown.text = mark(fields[3], result, 240);
          shown.score = result.scores[number] * nearness(shown.kind, fields, result);
          return shown;
        });
      })).then(function (all) {
        return all.sort(function (left, right) { return right.score - left.score || left.number - right.number; });
      });
    }

    // More for a title that is the query and nothing else, for words that stand together as typed, and for a statement
    // that says little else.
    function nearness(kind, fields, result) {
      var typed = result.query.filter(function (word) { return !word.number && !word.question; }).map(function (word) { return word.form; }).join(" ");
      function forms(text) { return words(text, language).map(function (word) { return word.form; }).join(" "); }
      var title = forms(fields[1]);
      // A term is its abbreviation and its name in the other language too.
      if (title === typed || fields[2].split(" · ").map(forms).indexOf(typed) >= 0 && kind === "term") return 1.8;
      if (fold(title) === fold(typed)) return 1.6;
      var near = kind === "statement" ? Math.max(1, 1.8 / (1 + 0.1 * unasked(fields[1], result))) : 1;
      if (typed.indexOf(" ") < 0) return near;
      var all = " " + title + " " + forms(fields[3]) + " ";
      return near * (all.indexOf(" " + typed + " ") >= 0 ? 1.25 : fold(all).indexOf(" " + fold(typed) + " ") >= 0 ? 1.15 : 1);
    }

    // How many words of a title the query does not say, in other words either.
    function unasked(title, result) {
      var keys = result.query.map(function (word) { return word.key; }), asked = keys.slice();
      eachSame(result.slots, result.pairs, keys, function (same) { asked = asked.concat(same.other); });
      return words(title, language).filter(function (word) { return !word.filler && asked.indexOf(word.key) < 0; }).length;
    }

    // Each thing that the query says and that has other words, with where it stands in the query.
    function eachSame(slots, pairs, keys, each) {
      slots.concat(pairs.filter(Boolean)).forEach(function (found) {
        found.same.forEach(function (same) {
          for (var at = indexOfRun(keys, same.own, 0); at >= 0; at = indexOfRun(keys, same.own, at + 1)) each(same, at);
        });
      });
    }

    // A text in pieces, [text, whether it is a hit], cut to about so many characters round the densest hits.
    function mark(text, result, length) {
      var all = words(text, language), hits = new Array(all.length).fill(0);
      var keys = result.query.map(function (word) { return word.key; });
      var last = result.slots[result.slots.length - 1];
      all.forEach(function (word, at) {
        result.query.forEach(function (wanted) {
          if (wanted.filler || hits[at] === 2) return;
          if (word.key === wanted.key) hits[at] = word.form === wanted.form ? 2 : Math.max(hits[at], 1);
          else if (last.prefixed && wanted === last.word && word.key.indexOf(wanted.key) === 0) hits[at] = 1;
        });
      });
      // Hits that stand together make lone ones of the same words look like chance.
      var together = {};
      all.forEach(function (word, at) {
        if (at && hits[at] && hits[at - 1] && follows(keys, all[at - 1].key, word.key)) together[word.key] = together[all[at - 1].key] = true;
      });
      var kept = hits.map(function (hit, at) {
        if (!hit || !together[all[at].key]) return hit;
        return (at && hits[at - 1] && follows(keys, all[at - 1].key, all[at].key)) || (at + 1 < all.length && hits[at + 1] && follows(keys, all[at].key, all[at + 1].key)) ? hit + 1 : 0;
      });
      // What says the same in other words.
      var spelled = all.map(function (word) { return word.key; });
      eachSame(result.slots, result.pairs, keys, function (same) {
        for (var at = indexOfRun(spelled, same.other, 0); at >= 0; at = indexOfRun(spelled, same.other, at + 1)) kept.fill(2, at, at + same.other.length);
      });
      var from = 0, to = text.length;
      if (length && text.length > length) {
        var best = -1, start = 0;
        for (var i = 0; i < all.length; i++) {
          if (!kept[i]) continue;
          var sum = 0, seen = {};
          for (var j = i; j < all.length && all[j].end - all[i].start < length * 0.7; j++) {
            if (kept[j]) { sum += seen[all[j].key] ? 0.2 : kept[j]; seen[all[j].key] = true; }
          }
          if (sum > best) { best = sum; start = all[i].start; }
        }
        from = Math.max(0, Math.min(start - Math.round(length * 0.2), text.length - length));
        while (from > 0 && !/\s/.test(text.charAt(from - 1))) from--;
        to = Math.min(text.length, from + length);
        while (to < text.length && !/\s/.test(text.charAt(to))) to++;
      }
      var pieces = [], done = from;
      function push(piece, hit) { if (piece) pieces.push([piece, hit]); }
      if (from > 0) push("… ", false);
      all.forEach(function (word, at) {
        if (!kept[at] || word.start < done || word.end > to) return;
        // The space between two hits belongs to them.
        var joined = at && kept[at - 1] && pieces.length && pieces[pieces.length - 1][1] && /^[\s/&.-]*$/.test(text.slice(done, word.start));
        if (joined) pieces[pieces.length - 1][0] += text.slice(done, word.end);
        else { push(text.slice(done, word.start), false); push(text.slice(word.start, word.end), true); }
        done = word.end;
      });
      push(text.slice(done, to), false);
      if (to < text.length) push(" …", false);
      return pieces;
    }

    function follows(keys, left, right) {
      for (var i = 0; i + 1 < keys.length; i++) if (keys[i] === left && keys[i + 1] === right) return true;
      return false;
    }

    function indexOfRun(keys, run, from) {
      for (var at = from; at + run.length <= keys.length; at++) {
        var i = 0;
        while (i < run.length && keys[at + i] === run[i]) i++;
        if (i === run.length) return at;
      }
      return -1;
    }

    return { documents: head.documents, search: search, show: show, filters: loadFilters, counts: counts };
  }

  // Loading ---------------------------------------------------------------------------------------------------------

  var texts = {}, waiting = {};

  // Each file of the index is a script that calls this: scripts load from disk too, where nothing else does.
  function receive(name, version, text) {
    texts[name] = { version: version, text: text };
    (waiting[name] || []).forEach(function (done) { done(texts[name]); });
    delete waiting[name];
  }

  receive.texts = texts;
  receive.waiting = waiting;
  receive.engine = engine;
  receive.words = words;
  global.minhbachSearch = receive;
  if (typeof module === "object" && module.exports) module.exports = receive;
})(typeof window === "object" ? window : globalThis);
