// Only enhances: every page works without it. A link with class "copy" or "permalink" also copies its own address; the
// contents of a plan open in the side rail where the stylesheet cannot open them.
(function () {
  "use strict";
  var contents = document.querySelector(".contents details");
  if (contents && matchMedia("(min-width: 64rem)").matches && !(window.CSS && CSS.supports("selector(::details-content)"))) contents.open = true;
  if (!navigator.clipboard) return;
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.copy, a.permalink, a.label");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    navigator.clipboard.writeText(link.href).then(function () {
      link.classList.add("copied");
      setTimeout(function () { link.classList.remove("copied"); }, 1500);
    }, function () {});
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
