/*
 * Runs before Material's script, for two things that can only be settled before it starts.
 *
 * 1. Material fetches the whole search index with every page. Here the request waits until the
 *    reader turns to the search, so that a page costs nothing for what it may not need.
 * 2. A link from the results carries the words that were found (`?h=`). They are taken out of
 *    the address, and congtac.js marks them in the page: Material would look for the folded
 *    words letter by letter and find none of those with accents.
 */
;(function () {
  "use strict"

  var address = new URL(location.href)
  if (address.searchParams.has("h")) {
    document.documentElement.dataset.ctFound = address.searchParams.get("h")
    address.searchParams.delete("h")
    history.replaceState(history.state, "", address)
  }

  var wanted = false
  var waiting = []

  function want() {
    if (wanted) return
    wanted = true
    waiting.splice(0).forEach(function (go) { go() })
  }

  function isIndex(url) {
    return /\/search\/search_index\.json$/.test(new URL(url, location.href).pathname)
  }

  var open = XMLHttpRequest.prototype.open
  var send = XMLHttpRequest.prototype.send
  XMLHttpRequest.prototype.open = function (method, url) {
    this.ctIsIndex = isIndex(url)
    return open.apply(this, arguments)
  }
  XMLHttpRequest.prototype.send = function (body) {
    var request = this
    if (!request.ctIsIndex || wanted) return send.call(request, body)
    waiting.push(function () { send.call(request, body) })
  }

  var search = document.querySelector("[data-md-component=search]")
  if (search) search.addEventListener("focusin", want)
  document.querySelectorAll("[for=__search]").forEach(function (label) {
    label.addEventListener("pointerenter", want)
    label.addEventListener("click", want)
  })
})()
