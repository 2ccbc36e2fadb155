// Writes into the letter what is reported, as the link that led here says it: ?page=<path#clause>&where=<name>.
(function () {
  "use strict";
  var letter = document.querySelector(".letter");
  if (!letter || !window.URLSearchParams) return;
  var text = letter.querySelector("textarea"), of = document.querySelector(".letter-of"), send = letter.querySelector(".send-letter");
  var asked = new URLSearchParams(location.search);
  var page = asked.get("page") || "", where = (asked.get("where") || "").replace(/\s+/g, " ").slice(0, 300);

  // "Name:" becomes "Name: value".
  function fill(name, value) {
    text.value = text.value.split("\n").map(function (line) { return value && line === name + ":" ? line + " " + value : line; }).join("\n");
  }

  // Only a page of this portal: anybody can write a link that leads here.
  if (/^(vi|en)\/[a-z0-9./-]+\.html(#[A-Za-z0-9._-]*)?$/.test(page) && page.indexOf("..") < 0) {
    of.href = of.getAttribute("href").replace(/[^/]+\/[^/]+$/, "") + page;
    of.textContent = where || page;
    fill(letter.dataset.where, where);
    fill(letter.dataset.page, of.href);
  } else where = "";

  letter.addEventListener("submit", function (event) {
    event.preventDefault();
    var said = document.querySelector(".said");
    function say(done) { if (said) said.textContent = done ? letter.dataset.copied : said.dataset.failed; }
    function old() { return document.execCommand("copy"); }
    text.select();
    if (navigator.clipboard) navigator.clipboard.writeText(text.value).then(function () { say(true); }, function () { say(old()); });
    else say(old());
  });
  if (send) send.addEventListener("click", function () {
    send.href = "mailto:" + letter.dataset.email + "?subject=" + encodeURIComponent(letter.dataset.subject + (where ? ": " + where : "")) + "&body=" + encodeURIComponent(text.value.replace(/\n/g, "\r\n"));
  });
})();
