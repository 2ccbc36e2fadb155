// Writes into the report what is reported, as the link that led here says it: ?page=<path#clause>&where=<name>.
(function () {
  "use strict";
  var box = document.querySelector(".report-box");
  if (!box || !window.URLSearchParams) return;
  var text = box.querySelector("textarea"), of = document.querySelector(".report-of"), send = box.querySelector(".send-report");
  var asked = new URLSearchParams(location.search);
  var page = asked.get("page") || "", where = (asked.get("where") || "").slice(0, 300);

  // "Name:" becomes "Name: value".
  function fill(name, value) {
    text.value = text.value.split("\n").map(function (line) { return value && line === name + ":" ? line + " " + value : line; }).join("\n");
  }

  // Only a page of this portal and its name for the place, which has no address in it: anybody can write a link that leads here. The name
  // stands in the box alone, where the reader writes, and not on the page.
  if (/[\u0000-\u001f\u200b-\u200f\u2028-\u202e\u2066-\u2069<>]|:\/\/|www\./.test(where)) where = "";
  if (/^(vi|en)\/[a-z0-9./-]+\.html(#[A-Za-z0-9._-]*)?$/.test(page) && page.indexOf("..") < 0) {
    of.href = of.getAttribute("href").replace(/[^/]+\/[^/]+$/, "") + page;
    of.textContent = page;
    fill(box.dataset.where, where);
    fill(box.dataset.page, of.href);
  } else where = "";

  box.addEventListener("submit", function (event) {
    event.preventDefault();
    var said = document.querySelector(".said");
    function say(done) { if (said) said.textContent = done ? box.dataset.copied : said.dataset.failed; }
    function old() { return document.execCommand("copy"); }
    text.select();
    if (navigator.clipboard) navigator.clipboard.writeText(text.value).then(function () { say(true); }, function () { say(old()); });
    else say(old());
  });
  if (send) send.addEventListener("click", function () {
    send.href = "mailto:" + box.dataset.email + "?subject=" + encodeURIComponent(box.dataset.subject + (where ? ": " + where : "")) + "&body=" + encodeURIComponent(text.value.replace(/\n/g, "\r\n"));
  });
})();
