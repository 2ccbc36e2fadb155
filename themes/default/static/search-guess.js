// What a query may have meant that found nothing: keystrokes that no keyboard turned into letters (Telex, VNI), words
// written together, words mistyped. search-page.js loads this only then; finder.js uses its Telex. tests/search/ holds it to its words.
(function (global) {
  "use strict";

  // What Telex keystrokes would have written: giaos ducj is giáo dục. A word that they cannot be stays as it is.
  var MARKS = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
  function telex(written) {
    var text = written.toLowerCase(), tone = "";
    if (!/^[a-z]+$/.test(text)) return written;
    text = text.replace(/^(.*?[aeiouyw].*?)([sfrxj])(?=[a-z]*$)/, function (all, before, mark) { tone = MARKS[mark]; return before; });
    text = text.replace(/^dd|^(d)(.*)d$/, function (all, first, rest) { return first ? "đ" + rest : "đ"; });
    text = text.replace(/aa/, "â").replace(/ee/, "ê").replace(/oo/, "ô");
    text = text.replace(/uwow|uow|uwo|wo(?=[a-z])/, "ươ").replace(/aw/, "ă").replace(/ow/, "ơ").replace(/uw/, "ư");
    if (/w/.test(text)) {
      text = text.replace(/w/, "");
      text = /uo/.test(text) ? text.replace("uo", "ươ") : /ua/.test(text) ? text.replace("ua", "ưa") : /[aou]/.test(text) ? text.replace(/[aou](?!.*[aou])/, function (vowel) { return { a: "ă", o: "ơ", u: "ư" }[vowel]; }) : text;
    }
    if (!/[aeiouyâêôăơư]/.test(text)) return written;
    if (tone) {
      var vowels = /^(?:qu|gi(?=[aeouâêôăơư]))?[^aeiouyâêôăơư]*/.exec(text)[0].length;
      var run = /^[aeiouyâêôăơư]*/.exec(text.slice(vowels))[0];
      if (!run) return written;
      var marked = Math.max(run.search(/[âêôăơ](?!.*[âêôăơ])/), run.search(/ơ/));
      if (marked < 0) marked = run.indexOf("ư");
      if (marked < 0) marked = run.length === 1 || vowels + run.length < text.length ? run.length - 1 : run.length - 2;
      text = text.slice(0, vowels + marked + 1) + tone + text.slice(vowels + marked + 1);
    }
    return text.normalize("NFC");
  }

  // What VNI keystrokes would have written: gia1o du5c. Its digits are the marks of Telex in other places.
  function vni(written) {
    var tone = "";
    if (!/^[a-zA-Z]+[1-9]/.test(written) || !/[aeiouy]/i.test(written)) return written;
    var text = written.replace(/d9|^d(.*)9/i, "dd$1").replace(/([aeo])([a-z]*?)6/i, "$1$1$2").replace(/[78]/g, "w").replace(/[1-5]/, function (digit) {
      tone = "sfrxj".charAt(digit - 1);
      return "";
    });
    return /[0-9]/.test(text) ? written : telex(text + tone);
  }

  // The words of the index by key: { form, often }.
  function readVocabulary(text, digits) {
    var words = Object.create(null), key = "";
    text.split(" ").forEach(function (entry) {
      if (!entry) return;
      var parts = entry.slice(2).split(/[:=]/);
      key = key.slice(0, digits[entry.charAt(0)]) + parts[0];
words[key] = { form: (entry.indexOf("=") < 0 ? key : "") + (parts[1] || ""), often: digits[entry.charAt(1)] };
    });
    return words;
  }

  // How many letters were left out, added, changed or swapped; more than most is not counted on.
  function distance(typed, word, most) {
    var before = [], last = [], i, j;
    for (j = 0; j <= word.length; j++) last[j] = j;
    for (i = 1; i <= typed.length; i++) {
      var row = [i], least = i;
      for (j = 1; j <= word.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed.charAt(i - 1) === word.charAt(j - 1) ? 0 : 1));
        if (i > 1 && j > 1 && typed.charAt(i - 1) === word.charAt(j - 2) && typed.charAt(i - 2) === word.charAt(j - 1)) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return least;
      before = last;
      last = row;
    }
    return last[word.length];
  }

  // Many hear no difference between these beginnings of Vietnamese syllables, and write one for the other.
  function heard(key) {
    return key.replace(/^x/, "s").replace(/^tr/, "ch").replace(/^(?:gi|r)(?=[aeiouy])/, "d").replace(/^n(?=[aeiouy])/, "l").replace(/^k/, "c").replace(/^(n?g)h/, "$1");
  }

  // Words that a typed one may be a slip for, likeliest first: { text, cost }.
  function near(typed, vocabulary) {
    var most = typed.length < 5 ? 1 : 2, found = [], sound = heard(typed);
    Object.keys(vocabulary).forEach(function (key) {
      if (Math.abs(key.length - typed.length) > most || key === typed) return;
      var alike = heard(key) === sound, far = alike ? 0.5 : distance(typed, key, most);
      if (far > most) return;
      var cost = far * 4 + (alike || key.charAt(0) === typed.charAt(0) ? 0 : 3) - vocabulary[key].often / 3;
      found.push({ text: vocabulary[key].form, cost: cost });
    });
    return found.sort(function (left, right) { return left.cost - right.cost || (left.text < right.text ? -1 : 1); }).slice(0, MOST);
  }

  // A word as several that stand together without spaces, as names do: langson.
  function apart(typed, vocabulary) {
    var best = [{ cost: 0, words: [] }], longest = 8;
    for (var end = 2; end <= typed.length; end++) {
      for (var start = Math.max(0, end - longest); start <= end - 2; start++) {
        var word = vocabulary[typed.slice(start, end)];
        if (!word || !best[start]) continue;
        var cost = best[start].cost + 8 - word.often / 3;
        if (!best[end] || cost < best[end].cost) best[end] = { cost: cost, words: best[start].words.concat(typed.slice(start, end)) };
      }
    }
    var found = best[typed.length];
    if (!found || found.words.length < 2) return [];
    return [{ text: found.words.map(function (key) { return vocabulary[key].form; }).join(" "), cost: found.words.length }];
  }

  var MOST = 8;

  // Other readings of a query with the words that nothing holds, likeliest first: { text, shown, changed (its new words) }.
  function corrections(query, unknown, vocabulary) {
    var readings = [{ text: "", shown: "", cost: 0, changed: [] }], done = 0;
    query.forEach(function (word) {
      var choices = [{ text: word.written, cost: 0 }], between = query.text.slice(done, word.start);
      done = word.end;
      if (unknown.indexOf(word.key) >= 0 && word.key.length > 1 && word.key.length < 40 && /^[a-z]+$/.test(word.key)) {
        var others = apart(word.key, vocabulary).concat(near(word.key, vocabulary));
        if (others.length) choices = others.sort(function (left, right) { return left.cost - right.cost; });
      }
      var longer = [];
      readings.forEach(function (reading) {
        choices.forEach(function (choice) {
          longer.push({ text: reading.text + " " + choice.text, shown: reading.shown + between + choice.text, cost: reading.cost + choice.cost, changed: reading.changed.concat(choice.cost ? choice.text.split(" ") : []) });
        });
      });
      readings = longer.sort(function (left, right) { return left.cost - right.cost; }).slice(0, MOST);
    });
    return readings.map(function (reading) { return { text: reading.text.trim(), shown: reading.shown.trim(), changed: reading.changed }; });
  }

  var guess = { telex: telex, vni: vni, corrections: corrections, readVocabulary: readVocabulary };
  global.minhbachSearch.guess = guess;
  if (typeof module === "object" && module.exports) module.exports = guess;
})(typeof window === "object" ? window : globalThis);
