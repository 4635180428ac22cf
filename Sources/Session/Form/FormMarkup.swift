import Advising
import ReportWriters

/// The form of a profile as HTML without script or style: everything between `<form>` and `</form>` but the buttons.
///
/// Names of inputs are the keys of fields, so that what a browser sends goes to ``ProfileForm/values(of:)-pairs`` as it is. Beside
/// each field is a place for its problem, with the id `f-KEY-problem`, which is empty as long as there is none.
///
/// ```swift
/// let markup = FormMarkup(form, .spanish)
/// let html = markup.html(form.values(of: stored), problems: reading.problems)
/// ```
package struct FormMarkup {
  let form: ProfileForm
  let language: SessionLanguage

  package init(_ form: ProfileForm, _ language: SessionLanguage) {
    (self.form, self.language) = (form, language)
  }

  /// The whole form.
  ///
  /// - Parameters:
  ///   - values: by key, as typed or as stored.
  ///   - problems: those of ``FormReading``.
  ///   - notices: likewise.
  package func html(
    _ values: [String: FormValue], problems: [String: [String]] = [:], notices: [String: [String]] = [:]
  ) -> String {
    let groups = form.groups.map { group in
      let fields = group.fields.map { html($0, values[$0.key], problems: problems, notices: notices) }
      return """
        <fieldset class="group" id="group-\(group.group.rawValue)">
        <legend>\(escaped(FormWords.title(group.group)[language]))</legend>
        \(fields.joined())</fieldset>

        """
    }
    return others(problems) + groups.joined()
  }

  /// One field, to be put in the place of what has the id `field-KEY`.
  package func html(
    _ field: FormField, _ value: FormValue?, problems: [String: [String]] = [:],
    notices: [String: [String]] = [:]
  ) -> String {
    let inputs = FieldMarkup(
      field: field, language: language, problems: problems, notices: notices[field.key] ?? [])
    return inputs.html(value)
  }

  /// Problems that are about no input, such as a field that there is not. Always there, so that a script finds it.
  private func others(_ problems: [String: [String]]) -> String {
    let fields = form.fields
    let rest = problems.keys.sorted().filter { path in
      !fields.contains { path == $0.key || path.hasPrefix($0.key + "[") }
    }
    let items = rest.flatMap { path in
      (problems[path] ?? []).map { "<li><code>\(escaped(path))</code>: \(escaped($0))</li>\n" }
    }
    if items.isEmpty { return "<div id=\"form-problems\" aria-live=\"polite\"></div>\n" }
    return """
      <div id="form-problems" aria-live="polite"><p>\(escaped(FormWords.otherProblems[language]))</p>
      <ul class="problems" lang="en">
      \(items.joined())</ul></div>

      """
  }

  private func escaped(_ text: String) -> String { HTMLEscaping.escaped(text) }
}
