import Advising
import Calculation

/// The words of the form, in one place. A field or a part that is new has its words here, or this does not compile.
enum FormWords {
  static let notKnown = FormPhrase("Not known", "No se sabe")
  static let yes = FormPhrase("Yes", "Sí")
  static let no = FormPhrase("No", "No")
  /// Of credentials.
  static let noneHeld = FormPhrase("None", "Ninguna")
  /// A value of the stored profile that the dataset does not have: behind its id.
  static let notInDataset = FormPhrase("not in the data", "no está en los datos")
  /// Above problems that are about no input.
  static let otherProblems = FormPhrase("Also in this client’s file", "Además, en el archivo de este cliente")

  static func title(_ group: FormGroup) -> FormPhrase {
    switch group {
    case .who: FormPhrase("Who", "Quién")
    case .now: FormPhrase("Now: work and pay", "Ahora: trabajo y salario")
    case .aim: FormPhrase("The aim", "La meta")
    case .means: FormPhrase("Means: money and time", "Medios: dinero y tiempo")
    case .steps: FormPhrase("Agreed steps", "Pasos acordados")
    case .notes: FormPhrase("Notes", "Notas")
    }
  }

  /// The label of a field, and what to know before filling it in.
  struct Field {
    let label: FormPhrase
    let hint: FormPhrase?
  }

  static func unit(_ unit: Unit) -> FormPhrase? {
    switch unit {
    case .dollars: FormPhrase("US dollars", "dólares")
    case .years: FormPhrase("years", "años")
    case .hoursPerWeek: FormPhrase("hours a week", "horas por semana")
    // No field of a profile has these.
    case .dollarsPerYear, .dollarsPerHour, .percent, .percentile, .index, .months, .count: nil
    }
  }

  /// A word that is the same in every dataset; nil for another one.
  static func word(_ word: String, of field: ProfileField) -> FormPhrase? {
    switch (field, word) {
    case (.payBasis, "annual"): FormPhrase("Per year", "Por año")
    case (.payBasis, "hourly"): FormPhrase("Per hour", "Por hora")
    case (.education, "none"): FormPhrase("None finished", "Ninguno terminado")
    case (.education, "high-school"): FormPhrase("High school or GED", "Preparatoria (high school) o GED")
    case (.education, "certificate"): FormPhrase("Certificate", "Certificado")
    case (.education, "associate"): FormPhrase("Associate degree", "Título asociado (2 años)")
    case (.education, "bachelor"): FormPhrase("Bachelor’s degree", "Licenciatura (4 años)")
    case (.education, "master"): FormPhrase("Master’s degree", "Maestría")
    case (.education, "other"): FormPhrase("Other", "Otro")
    default: nil
    }
  }

  /// A member of the lines of a field; nil for another one.
  static func member(_ member: String, of field: ProfileField) -> FormPhrase? {
    switch (field, member) {
    case (.agreedSteps, "text"): FormPhrase("What was agreed", "Qué se acordó")
    case (.agreedSteps, "due"): FormPhrase("To be done by", "Para cuándo")
    case (.agreedSteps, "done"): FormPhrase("Done on", "Hecho el")
    default: nil
    }
  }

  /// One of several inputs for a field, such as the second place to compare.
  static func numbered(_ field: ProfileField, _ number: Int) -> FormPhrase {
    switch field {
    case .compare: FormPhrase("Occupation \(number)", "Ocupación \(number)")
    case .comparePlaces: FormPhrase("Place \(number)", "Lugar \(number)")
    case .agreedSteps: FormPhrase("Step \(number)", "Paso \(number)")
    default: FormPhrase("Entry \(number)", "Dato \(number)")
    }
  }
}
