// What the pages do by themselves: they send what is typed and show what the engine says. No rule and no wording of a
// report is here.
(function () {
  "use strict";

  function byId(id) { return document.getElementById(id); }
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

  // Sends JSON; the answer's status and its JSON, if it has any.
  function send(address, value, options) {
    return fetch(address, Object.assign({
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value || {})
    }, options)).then(function (answer) {
      return answer.text().then(function (text) {
        var json = null;
        try { json = JSON.parse(text); } catch (error) { json = null; }
        return { status: answer.status, json: json, text: text };
      });
    });
  }

  // A file is fetched before it is saved, so that what stands in its way is told here and not by the browser.
  function saveFile(link, state) {
    fetch(link.href).then(function (answer) {
      if (!answer.ok) { return answer.text().then(function (text) { state.textContent = text.trim(); state.classList.add("problem"); }); }
      return answer.blob().then(function (file) {
        var saver = document.createElement("a");
        saver.href = URL.createObjectURL(file);
        saver.download = link.download;
        saver.click();
        window.setTimeout(function () { URL.revokeObjectURL(saver.href); }, 60000);
      });
    }).catch(function () { state.textContent = state.dataset.lost; });
  }

  // A menu closes when something else is used, and with Escape.
  all("details.menu").forEach(function (menu) {
    document.addEventListener("click", function (event) { if (!menu.contains(event.target)) { menu.open = false; } });
    menu.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { menu.open = false; menu.querySelector("summary").focus(); }
    });
  });

  if (byId("end")) {
    byId("end").addEventListener("click", function () {
      send("/end").then(function () {
        var words = document.createElement("p");
        words.setAttribute("role", "status");
        words.textContent = byId("end").dataset.ended;
        byId("content").replaceChildren(words);
        document.querySelector(".top").remove();
      });
    });
  }

  // MARK: - The list of clients

  function clientsPage() {
    var adding = byId("new-client"), notice = byId("notice"), search = byId("search");
    var problem = byId("new-id-problem"), field = byId("new-id");

    function create(address) {
      send(address, { id: field.value.trim() }).then(function (answer) {
        if (answer.status === 200) { window.location.assign(answer.json.address); return; }
        problem.textContent = answer.status === 409 ? adding.dataset.taken : adding.dataset.bad;
        field.setAttribute("aria-invalid", "true");
        field.focus();
      });
    }

    var source = "/clients/new";
    adding.addEventListener("submit", function (event) { event.preventDefault(); create(source); });

    function act(button) {
      var row = button.closest("[data-id]"), id = encodeURIComponent(row.dataset.id);
      var action = button.dataset.action;
      if (action === "duplicate") {
        // The copy needs an id of its own: the field for it is there already.
        source = "/client/" + id + "/duplicate";
        field.value = row.dataset.id + "-2";
        field.focus();
        field.select();
        return;
      }
      if (action === "delete" && !window.confirm(row.parentNode.dataset.question)) { return; }
      send("/client/" + id + "/" + action).then(function (answer) {
        if (answer.status !== 200) { return; }
        if (action !== "archive") { window.location.reload(); return; }
        row.remove();
        notice.textContent = notice.dataset.archived + " ";
        var undo = document.createElement("button");
        undo.type = "button";
        undo.textContent = notice.dataset.undo;
        undo.addEventListener("click", function () {
          send("/client/" + id + "/restore").then(function () { window.location.reload(); });
        });
        notice.appendChild(undo);
        undo.focus();
      });
    }
    all("[data-action]").forEach(function (button) { button.addEventListener("click", function () { act(button); }); });

    function folded(text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }
    if (search) {
      search.addEventListener("input", function () {
        var words = folded(search.value).split(/\s+/), shown = 0;
        all("#clients tbody tr").forEach(function (row) {
          var text = folded(row.dataset.search);
          row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
          if (!row.hidden) { shown += 1; }
        });
        byId("none-found").hidden = shown > 0;
      });
    }
  }

  // MARK: - The form of a client

  // What the inputs of a form hold: pairs of name and value.
  function inputsOf(form) { return Array.from(new FormData(form)); }

  // The values of each field: `agreed_steps[2].due` is of agreed_steps.
  function byField(inputs) {
    var fields = {};
    inputs.forEach(function (pair) {
      var key = pair[0].split("[")[0];
      if (pair[1].trim() !== "") { (fields[key] = fields[key] || []).push(pair); }
    });
    Object.keys(fields).forEach(function (key) { if (key === "agreed_steps") { fields[key].sort(); } });
    return fields;
  }

  // How the form shows a value: a choice by its title.
  function shown(form, pair) {
    var option = form.querySelector("select[name='" + pair[0] + "'] option[value='" + CSS.escape(pair[1]) + "']");
    var tick = form.querySelector("input[name='" + pair[0] + "'][value='" + CSS.escape(pair[1]) + "'] + label");
    return option || tick ? (option || tick).textContent : pair[1];
  }

  function clientPage(form) {
    var state = byId("state"), address = "/client/" + encodeURIComponent(form.dataset.id);
    var revision = form.dataset.revision, base = inputsOf(form);
    var isSending = false, isWaiting = false, frames = reportFrames(address);

    function say(text, isBad) { state.textContent = text; state.classList.toggle("problem", !!isBad); }

    // Sentences go to the place beside their input.
    function tell(kind, sentences) {
      all("." + kind + "[id]", form).forEach(function (place) { if (place.textContent !== "") { place.textContent = ""; } });
      Object.keys(sentences).forEach(function (name) {
        var place = byId("f-" + name.replace("].", "-").replace("[", "-") + "-" + kind) || byId("form-problems");
        place.textContent = sentences[name].join(" · ");
      });
    }

    function showProblems(answer) {
      tell("problem", answer.problems);
      tell("notice", answer.notices);
      all("[name]", form).forEach(function (input) {
        if (answer.problems[input.name]) { input.setAttribute("aria-invalid", "true"); } else { input.removeAttribute("aria-invalid"); }
      });
    }

    function post(inputs, options) {
      return send(address + "/save", { revision: revision, inputs: inputs }, options);
    }

    // One save at a time; what is typed meanwhile goes with the next one.
    function save() {
      if (isSending) { isWaiting = true; return; }
      var inputs = inputsOf(form);
      if (JSON.stringify(inputs) === JSON.stringify(base)) { isWaiting = false; return; }
      isSending = true;
      isWaiting = false;
      say(state.dataset.saving);
      post(inputs).then(function (answer) {
        isSending = false;
        if (answer.status === 409) { settle(inputsOf(form), answer.json); return; }
        if (answer.status !== 200) { say(state.dataset.refused + " (" + answer.status + ")", true); return; }
        var isChanged = revision !== answer.json.revision;
        revision = answer.json.revision;
        base = inputs;
        byId("client-name").textContent = answer.json.name;
        showProblems(answer.json);
        say(Object.keys(answer.json.problems).length ? state.dataset.partly : state.dataset.saved);
        if (answer.json.isOtherForm && !isWaiting) { window.location.reload(); return; }
        if (isWaiting) { save(); }
        if (isChanged) { frames.renew(); }
      }).catch(function () {
        isSending = false;
        say(state.dataset.lost, true);
        window.setTimeout(save, 3000);
      });
    }

    // Another window has saved since: fields that only one of the two changed are as that one left them; for those that
    // both changed the person decides.
    function settle(mine, answer) {
      var dialog = byId("conflict"), rows = dialog.querySelector("tbody"), both = [], news = [];
      var fields = { mine: byField(mine), theirs: byField(answer.inputs), base: byField(base) };
      function text(whose, key) { return JSON.stringify(fields[whose][key] || []); }
      Object.keys(Object.assign({}, fields.mine, fields.theirs, fields.base)).forEach(function (key) {
        if (text("theirs", key) === text("base", key) || text("theirs", key) === text("mine", key)) { return; }
        (text("mine", key) === text("base", key) ? news : both).push(key);
      });
      revision = answer.revision;
      rows.textContent = "";
      both.concat(news).forEach(function (key) {
        var row = rows.insertRow(), place = byId("field-" + key), label = place && place.querySelector("label, legend");
        [label ? label.textContent : key].concat(["mine", "theirs"].map(function (whose) {
          return (fields[whose][key] || []).map(function (pair) { return shown(form, pair); }).join("; ");
        })).forEach(function (words) { row.insertCell().textContent = words; });
      });
      dialog.returnValue = "yours";
      dialog.onclose = function () {
        var taken = news.concat(dialog.returnValue === "theirs" ? both : []);
        var merged = mine.filter(function (pair) { return taken.indexOf(pair[0].split("[")[0]) < 0; });
        taken.forEach(function (key) { merged = merged.concat(fields.theirs[key] || [[key, ""]]); });
        post(merged).then(function (answer) {
          if (answer.status === 409) { settle(merged, answer.json); return; }
          if (answer.status === 200) { window.location.reload(); } else { say(state.dataset.refused, true); }
        });
      };
      dialog.querySelector("[data-keep='theirs']").hidden = both.length === 0;
      dialog.showModal();
    }
    all("#conflict [data-keep]").forEach(function (button) {
      button.addEventListener("click", function () { byId("conflict").close(button.dataset.keep); });
    });

    form.addEventListener("input", function (event) {
      addLine(event.target.closest("fieldset.line"));
      save();
    });
    form.addEventListener("change", save);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    window.addEventListener("pagehide", function () {
      if (isSending || isWaiting) { post(inputsOf(form), { keepalive: true }); }
    });

    all("[data-version]").forEach(function (button) {
      button.addEventListener("click", function () {
        send(address + "/versions/" + encodeURIComponent(button.dataset.version)).then(function (answer) {
          if (answer.status === 200) { window.location.reload(); }
        });
      });
    });
    all(".menu a[download]").forEach(function (link) {
      link.addEventListener("click", function (event) { event.preventDefault(); saveFile(link, state); });
    });
    byId("print").addEventListener("click", function () { frames.print(); });
    searches(form, address);
  }

  // Below the last line of a list an empty one for the next.
  function addLine(line) {
    if (!line || (line.nextElementSibling && line.nextElementSibling.matches("fieldset.line"))) { return; }
    var next = line.cloneNode(true), number = Number(line.id.match(/-(\d+)$/)[1]);
    function renumbered(text) {
      return text.replace("[" + number + "]", "[" + (number + 1) + "]").replace(new RegExp("-" + number + "(?=-|$)", "g"), "-" + (number + 1));
    }
    [next].concat(all("*", next)).forEach(function (element) {
      ["id", "name", "for", "aria-describedby"].forEach(function (name) {
        if (element.hasAttribute(name)) { element.setAttribute(name, renumbered(element.getAttribute(name))); }
      });
      if (element.tagName === "INPUT") { element.value = ""; element.removeAttribute("aria-invalid"); }
      if (element.matches(".problem")) { element.textContent = ""; }
    });
    var legend = next.querySelector("legend");
    if (legend) { legend.textContent = legend.textContent.replace(String(number), String(number + 1)); }
    line.after(next);
  }

  // MARK: - Fields that are searched

  // A field with a list of what it may mean below it, as the WAI-ARIA practices have a combobox.
  function searches(form, address) {
    all("[data-search]", form).forEach(function (input) {
      var list = document.createElement("ul"), number = -1, asked = 0;
      list.id = input.id + "-matches";
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", input.labels && input.labels[0] ? input.labels[0].textContent : input.name);
      list.hidden = true;
      list.className = "matches";
      input.parentNode.insertBefore(list, input.nextSibling);
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-controls", list.id);
      input.setAttribute("aria-expanded", "false");

      function close() {
        list.hidden = true;
        number = -1;
        input.setAttribute("aria-expanded", "false");
        input.removeAttribute("aria-activedescendant");
      }
      function mark(index) {
        var items = all("li", list);
        number = items.length ? (index + items.length) % items.length : -1;
        items.forEach(function (item, place) { item.setAttribute("aria-selected", String(place === number)); });
        if (number >= 0) { input.setAttribute("aria-activedescendant", items[number].id); items[number].scrollIntoView({ block: "nearest" }); }
      }
      function take(item) {
        input.value = item.dataset.value;
        close();
        input.dispatchEvent(new Event("input", { bubbles: true }));
        close();
      }
      input.addEventListener("input", function (event) {
        var text = input.value.trim(), number = asked += 1;
        if (text.length < 2 || !event.isTrusted) { close(); return; }
        fetch(address + "/search/" + encodeURIComponent(input.dataset.search) + "?text=" + encodeURIComponent(text))
          .then(function (answer) { return answer.ok ? answer.json() : []; })
          .then(function (matches) {
            if (number !== asked || document.activeElement !== input) { return; }
            list.textContent = "";
            matches.forEach(function (match, place) {
              var item = document.createElement("li");
              item.id = list.id + "-" + place;
              item.setAttribute("role", "option");
              item.setAttribute("aria-selected", "false");
              item.dataset.value = match.value;
              item.textContent = match.title;
              item.addEventListener("mousedown", function (event) { event.preventDefault(); take(item); });
              list.appendChild(item);
            });
            list.hidden = matches.length === 0;
            input.setAttribute("aria-expanded", String(matches.length > 0));
          });
      });
      input.addEventListener("keydown", function (event) {
        if (list.hidden) { return; }
        if (event.key === "ArrowDown") { mark(number + 1); }
        else if (event.key === "ArrowUp") { mark(number - 1); }
        else if (event.key === "Enter" && number >= 0) { take(all("li", list)[number]); }
        else if (event.key === "Escape") { close(); }
        else { return; }
        event.preventDefault();
      });
      input.addEventListener("blur", close);
    });
  }

  // MARK: - The report beside the form

  // Two frames: the new report is loaded in the hidden one and shown when it is there, where the old one stood.
  function reportFrames(address) {
    var frames = all("#frames iframe"), view = "client", calculation = byId("calculation"), count = 0;

    function current() { return frames.filter(function (frame) { return !frame.hidden; })[0]; }
    function source() { return address + "/view/" + view + "?r=" + (count += 1); }

    function renew() {
      if (view === "calculations") { explain(null, null); return; }
      var old = current(), next = frames.filter(function (frame) { return frame !== old; })[0];
      next.onload = function () {
        // What the browser shows of a server that is gone cannot be looked into.
        if (!next.contentDocument || next.contentDocument.URL === "about:blank") { return; }
        var place = old.contentWindow.scrollY;
        next.hidden = false;
        next.classList.add("shown");
        old.hidden = true;
        old.classList.remove("shown");
        next.contentWindow.scrollTo(0, place);
        listen(next);
      };
      next.contentWindow.location.replace(source());
    }

    function explain(words, section) {
      var question = words === null ? "" : "?words=" + encodeURIComponent(words) + "&section=" + encodeURIComponent(section || "");
      fetch(address + "/explain" + question).then(function (answer) { return answer.text(); }).then(function (text) {
        calculation.querySelector("pre").textContent = text || calculation.dataset.none;
        calculation.hidden = false;
      });
    }

    // The number that is clicked on, with the section it stands in.
    function figure(frame, event) {
      var document = frame.contentWindow.document, range = null;
      if (event.target.closest("a, button, input, select, summary")) { return; }
      if (document.caretPositionFromPoint) {
        var caret = document.caretPositionFromPoint(event.clientX, event.clientY);
        range = caret && { node: caret.offsetNode, offset: caret.offset };
      } else if (document.caretRangeFromPoint) {
        var found = document.caretRangeFromPoint(event.clientX, event.clientY);
        range = found && { node: found.startContainer, offset: found.startOffset };
      }
      var text = range && range.node.nodeType === 3 ? range.node.data : event.target.textContent, place = range ? range.offset : 0;
      var numbers = /\$?\d[\d,.]*\d%?|\$?\d%?/g, match;
      while ((match = numbers.exec(text)) !== null) {
        if (match.index <= place && place <= match.index + match[0].length) {
          var section = event.target.closest("section[id]");
          explain(match[0], section ? section.id : "");
          return;
        }
      }
    }

    function listen(frame) {
      frame.contentWindow.document.addEventListener("click", function (event) { figure(frame, event); });
    }
    frames[0].addEventListener("load", function () { listen(frames[0]); }, { once: true });
    if (frames[0].contentDocument && frames[0].contentDocument.readyState === "complete") { listen(frames[0]); }
    byId("calculation-close").addEventListener("click", function () { calculation.hidden = true; });

    var tabs = all("[role='tab']");
    function choose(tab) {
      tabs.forEach(function (other) {
        other.setAttribute("aria-selected", String(other === tab));
        other.tabIndex = other === tab ? 0 : -1;
      });
      byId("frames").setAttribute("aria-labelledby", tab.id);
      view = tab.dataset.view;
      if (view !== "calculations") { calculation.hidden = true; }
      renew();
    }
    tabs.forEach(function (tab, place) {
      tab.addEventListener("click", function () { choose(tab); });
      tab.addEventListener("keydown", function (event) {
        var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) { return; }
        event.preventDefault();
        var next = tabs[(place + step + tabs.length) % tabs.length];
        next.focus();
        choose(next);
      });
    });
    return { renew: renew, print: function () { current().contentWindow.print(); } };
  }

  // MARK: - Pictures

  function picturesPage() {
    all("[data-copy]").forEach(function (button) {
      button.addEventListener("click", function () {
        var state = byId("state");
        if (!window.ClipboardItem || !navigator.clipboard) { state.textContent = button.dataset.failed; return; }
        var picture = fetch(button.dataset.copy).then(function (answer) { return answer.blob(); });
        navigator.clipboard.write([new window.ClipboardItem({ "image/png": picture })])
          .then(function () { state.textContent = button.dataset.copied; })
          .catch(function () { state.textContent = button.dataset.failed; });
      });
    });
  }

  // MARK: - Files that are dropped, forms that are sent, work that goes on

  // After a change the page is read anew; the keyboard goes on where the form says.
  function again(form) {
    if (form.dataset.then) { window.sessionStorage.setItem("pathbook-focus", form.dataset.then); }
    window.location.reload();
  }

  // The first file that is dropped or chosen is sent as it is; the page then shows what became of it.
  function dropZone(form) {
    var input = form.querySelector("input[type='file']"), state = form.querySelector("[role='alert']"), isSending = false;

    function send(file) {
      var place = form.querySelector("[name='place']");
      if (!file || isSending) { return; }
      isSending = true;
      told(state, form.dataset.working, false);
      form.setAttribute("aria-busy", "true");
      input.disabled = true;
      fetch(form.dataset.drop + "?name=" + encodeURIComponent(file.name) + (place ? "&place=" + place.value : ""), {
        method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file
      }).then(function (answer) {
        if (answer.ok) { again(form); return null; }
        return answer.text().then(function (text) { told(state, text.trim(), true); });
      }).catch(function () { told(state, form.dataset.lost, true); }).then(function () {
        isSending = false;
        form.removeAttribute("aria-busy");
        input.disabled = false;
        input.value = "";
      });
    }

    form.addEventListener("submit", function (event) { event.preventDefault(); });
    input.addEventListener("change", function () { send(input.files[0]); });
    ["dragover", "dragleave", "drop"].forEach(function (name) {
      form.addEventListener(name, function (event) {
        event.preventDefault();
        form.classList.toggle("over", name === "dragover");
        if (name === "drop") { send(event.dataTransfer.files[0]); }
      });
    });
  }

  function told(state, text, isBad) {
    state.className = isBad ? "problem" : "hint";
    state.textContent = text;
  }

  // What a form holds, by name: a text, or the list of what is ticked.
  function chosen(form) {
    var values = {};
    all("[name]", form).forEach(function (input) {
      if (input.type === "checkbox") {
        values[input.name] = values[input.name] || [];
        if (input.checked) { values[input.name].push(input.value); }
      } else if (input.type !== "radio" || input.checked) { values[input.name] = input.value; }
    });
    return values;
  }

  function sentForm(form) {
    var state = form.querySelector("[role='alert']"), buttons = all("button", form);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (form.dataset.question && !window.confirm(form.dataset.question)) { return; }
      buttons.forEach(function (button) { button.disabled = true; });
      told(state, form.dataset.working || "", false);
      send(form.dataset.send, chosen(form)).then(function (answer) {
        if (answer.status === 200) { again(form); return; }
        buttons.forEach(function (button) { button.disabled = false; });
        told(state, answer.text.trim(), true);
      }).catch(function () { buttons.forEach(function (button) { button.disabled = false; }); });
    });
  }

  function polled(place) {
    var bar = place.querySelector("progress"), words = place.querySelector("[role='status']"), isLong = 0;
    function look() {
      fetch(place.dataset.poll).then(function (answer) { return answer.json(); }).then(function (state) {
        if (!state.running) { again(place); return; }
        if (state.total) { bar.max = state.total; bar.value = state.rows; }
        // A screen reader hears of it every five seconds.
        if (isLong % 10 === 0) { words.textContent = state.words; }
        isLong += 1;
        window.setTimeout(look, 500);
      }).catch(function () { window.setTimeout(look, 2000); });
    }
    look();
  }

  all("[data-drop]").forEach(dropZone);
  all("[data-send]").forEach(sentForm);
  all("[data-poll]").forEach(polled);
  var focus = window.sessionStorage.getItem("pathbook-focus");
  window.sessionStorage.removeItem("pathbook-focus");
  if (focus && byId(focus)) { byId(focus).focus(); }
  if (all("[data-drop]").length) {
    // A file that misses its place would be opened by the browser, and the page would be gone.
    ["dragover", "drop"].forEach(function (name) { window.addEventListener(name, function (event) { event.preventDefault(); }); });
  }

  // MARK: - A shared screen

  function presentPage() {
    var frame = document.querySelector("iframe"), button = byId("full-screen");
    button.hidden = !document.fullscreenEnabled;
    button.addEventListener("click", function () {
      document.documentElement.requestFullscreen().then(function () { frame.focus(); });
    });
    document.addEventListener("fullscreenchange", function () { button.hidden = document.fullscreenElement !== null; });
    // The keys that lead from screen to screen are the frame's.
    frame.addEventListener("load", function () { frame.focus(); });
    frame.focus();
  }

  if (byId("full-screen")) { presentPage(); }
  if (byId("new-client")) { clientsPage(); }
  if (byId("profile")) { clientPage(byId("profile")); }
  if (document.body.classList.contains("pictures")) { picturesPage(); }
})();
