// Only enhances: every page works without it. A link with class "copy" or "permalink" also copies its own address.
(function () {
  "use strict";
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
