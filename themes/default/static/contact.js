// Writes into the letter what is reported, as the link that led here says it: ?page=<path#clause>&where=<name>.
(function () {
  "use strict";
  var letter = document.querySelector(".letter");
  if (!letter || !window.URLSearchParams) return;
  var text = letter.querySelector("textarea"), copy = letter.querySelector(".copy-letter"), send = letter.querySelector(".send-letter");
  var asked = new URLSearchParams(location.search);
  var page = asked.get("page") || "", where = (asked.get("where") || "").replace(/\s+/g, " ").slice(0, 300);
  // Only a page of this portal: anybody can write a link that leads here.
  if (/^(vi|en)\/[a-z0-9./-]+\.html(#[A-Za-z0-9._-]*)?$/.test(page) && page.indexOf("..") < 0) {
    var link = letter.querySelector(".letter-of a");
    link.href = link.getAttribute("href").replace(/[^/]+\/[^/]+$/, "") + page;
    link.textContent = where || page;
    text.value = fill(fill(text.value, letter.dataset.page, link.href), letter.dataset.where, where);
  }

  // "Name:" becomes "Name: value".
  function fill(lines, name, value) {
    return lines.split("\n").map(function (line) { return value && line === name + ":" ? line + " " + value : line; }).join("\n");
  }

  copy.hidden = false;
  copy.addEventListener("click", function () {
    var said = document.querySelector(".said");
    function say(done) { if (said) said.textContent = done ? letter.dataset.copied : said.dataset.failed; }
    text.select();
    if (navigator.clipboard) navigator.clipboard.writeText(text.value).then(function () { say(true); }, function () { say(document.execCommand("copy")); });
    else say(document.execCommand("copy"));
  });
  if (send) send.addEventListener("click", function () {
    send.href = "mailto:" + letter.dataset.email + "?subject=" + encodeURIComponent(letter.dataset.subject + (where ? ": " + where : "")) + "&body=" + encodeURIComponent(text.value.replace(/\n/g, "\r\n"));
  });
})();
