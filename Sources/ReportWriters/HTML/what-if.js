"use strict";
// The what-if of a page: calculates the formulas of the report from the fields, as FormulaEvaluator does in Swift.
// The report is complete without it, so the section stays hidden until this runs.
(function () {
  const section = document.getElementById("what-if");
  const model = JSON.parse(document.getElementById("what-if-data").textContent);
  const style = model.style;

  // Formulas. A value is a number, a text that is not empty, or null.

  function number(value) {
    if (typeof value !== "number" || !isFinite(value)) throw new Error("not a number");
    return value;
  }

  function column(table, id) { return model.tables[table][id]; }

  function same(a, b) {
    const areTexts = typeof a === "string" && typeof b === "string";
    return areTexts ? a.toLowerCase() === b.toLowerCase() : a === b;
  }

  // A whole exponent by squaring, as in Swift; any other by the browser.
  function power(base, exponent) {
    if (!Number.isInteger(exponent) || Math.abs(exponent) > 1024) return Math.pow(base, exponent);
    let result = 1, factor = base, rest = Math.trunc(Math.abs(exponent));
    while (rest > 0) {
      if (rest % 2 === 1) result *= factor;
      factor *= factor;
      rest = Math.floor(rest / 2);
    }
    return exponent < 0 ? 1 / result : result;
  }

  function row(text, cells) {
    if (typeof text !== "string") return null;
    const index = cells.findIndex(cell => typeof cell === "string" && same(cell, text));
    return index < 0 ? null : index + 1;
  }

  function evaluate(formula, names) {
    if (formula === null || typeof formula === "number") return formula;
    if (typeof formula === "string") {
      if (!(formula in names)) throw new Error("unknown name");
      return names[formula];
    }
    const [operation, ...parts] = formula;
    const value = index => evaluate(parts[index], names);
    const amount = index => number(value(index));
    switch (operation) {
      case "text": return parts[0] === "" ? null : parts[0];
      case "add": return number(amount(0) + amount(1));
      case "subtract": return number(amount(0) - amount(1));
      case "multiply": return number(amount(0) * amount(1));
      case "divide": return number(amount(0) / amount(1));
      case "power": return number(power(amount(0), amount(1)));
      case "less": return amount(0) < amount(1);
      case "less_or_equal": return amount(0) <= amount(1);
      case "equal": return same(value(0), value(1));
      case "is_missing": return value(0) === null;
      case "either": return value(0) || value(1);
      case "when": return value(0) ? value(1) : value(2);
      case "row": return row(value(0), column(parts[1], parts[2]));
      case "cell": return column(parts[1], parts[2])[amount(0) - 1];
      default: throw new Error("unknown operation");
    }
  }

  // Numbers in words, as ValueFormatter writes them.

  function distanceToNext(value) {
    const bits = new BigInt64Array(new Float64Array([value]).buffer);
    return new Float64Array(new BigInt64Array([bits[0] + 1n]).buffer)[0] - value;
  }

  function rounded(amount, digits) {
    const scale = Math.pow(10, digits), magnitude = Math.abs(amount) * scale;
    if (magnitude >= 1e15) return amount;
    const result = Math.round(magnitude + Math.min(4 * distanceToNext(magnitude), 0.001)) / scale;
    return result === 0 ? 0 : amount < 0 ? -result : result;
  }

  function decimal(magnitude, digits) {
    const scale = Math.pow(10, digits), units = Math.round(rounded(magnitude, digits) * scale);
    const whole = String(Math.floor(units / scale)).replace(/\B(?=(\d{3})+$)/g, () => style.group);
    return digits === 0 ? whole : whole + style.decimal + String(units % scale).padStart(digits, "0");
  }

  function ordinal(amount) {
    const value = rounded(amount, 0), last = value % 10, lastTwo = value % 100;
    const isTeen = lastTwo >= 11 && lastTwo <= 13;
    return value + style.ordinal[isTeen ? "other" : { 1: "one", 2: "two", 3: "few" }[last] || "other"];
  }

  function words(value, unit, isDifference) {
    if (value === null) return style.missing;
    if (typeof value === "string") return value;
    const rule = style.units[unit], amount = rounded(value, rule.stored);
    if (rule.isOrdinal) return ordinal(amount);
    let text = decimal(Math.abs(amount), rule.shown);
    const sign = !/[1-9]/.test(text) ? "" : amount < 0 ? "-" : isDifference ? "+" : "";
    if (rule.isCounted && text.includes(style.decimal)) {
      text = text.replace(/0+$/, "");
      if (text.endsWith(style.decimal)) text = text.slice(0, -style.decimal.length);
    }
    return sign + (text === "1" ? rule.one : rule.other).replace("{n}", () => text);
  }

  // The page.

  function field(input) { return document.getElementById("what-if-" + input.name); }

  // A choice is a text of its list; a number is one in its range. Undefined for anything else.
  function entered(input) {
    const text = field(input).value;
    if (field(input).validity.badInput) return undefined;
    if (text === "") return null;
    if (input.choices) return text;
    const value = Number(text);
    return isFinite(value) && value >= input.low && value <= input.high ? value : undefined;
  }

  function show(names) {
    for (const result of model.results) {
      const text = words(names[result.name], result.unit, result.isDifference);
      const place = document.getElementById("result-" + result.name);
      place.textContent = text;
      // What is not known with these assumptions is no row of dashes.
      place.parentElement.hidden = names[result.name] === null;
      document.getElementById("note-" + result.name).textContent = evaluate(result.note, names) || "";
    }
    for (const table of section.querySelectorAll(".table")) {
      table.hidden = [...table.querySelectorAll("tbody tr")].every(row => row.hidden);
    }
    if (model.projection) project(names);
  }

  function project(names) {
    const years = names[model.projection.horizon], body = document.getElementById("what-if-years");
    const paths = model.projection.paths.map(path => {
      const amounts = [evaluate(path.start, names)];
      for (let year = 1; year <= years; year += 1) {
        const known = Object.assign({}, names, { this_year: year, year_before: amounts[year - 1] });
        amounts.push(evaluate(path.next, known));
      }
      return amounts;
    });
    // Nor is a way ahead that is not known a column of them.
    const unknown = paths.map(amounts => amounts.every(amount => amount === null));
    const heads = body.parentElement.tHead.rows[0].cells;
    unknown.forEach((isUnknown, index) => { heads[index + 1].hidden = isUnknown; });
    body.closest(".table").hidden = years === null || unknown.every(isUnknown => isUnknown);
    body.replaceChildren();
    for (let year = 0; years !== null && year <= years; year += 1) {
      const line = body.insertRow(), head = document.createElement("th");
      head.scope = "row";
      head.textContent = year;
      line.append(head);
      for (const [index, amounts] of paths.entries()) {
        const cell = line.insertCell();
        cell.hidden = unknown[index];
        cell.className = "figure";
        cell.textContent = words(amounts[year], "USD", false);
      }
    }
  }

  function calculate() {
    const names = {};
    let isValid = true;
    for (const input of model.inputs) {
      const value = entered(input);
      field(input).setAttribute("aria-invalid", String(value === undefined));
      if (value === undefined) isValid = false;
      names[input.name] = value;
    }
    // What was calculated last stays until the field is right again.
    if (!isValid) return;
    for (const formula of model.formulas) names[formula.name] = evaluate(formula.formula, names);
    show(names);
  }

  function reset() {
    for (const input of model.inputs) field(input).value = input.initial === null ? "" : String(input.initial);
    calculate();
  }

  section.addEventListener("input", calculate);
  document.getElementById("what-if-reset").addEventListener("click", reset);
  reset();
  section.hidden = false;
})();
