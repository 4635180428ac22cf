import Advising

extension FormWords {
  /// Nil for a field that no form shows.
  static func field(_ field: ProfileField) -> Field? {
    switch field {
    case .id:
      Field(
        FormPhrase("Client ID", "Clave del cliente"),
        FormPhrase(
          "Letters, digits, period, hyphen and underscore. It names the report’s files, so use nothing that tells who it is.",
          "Letras sin acento, números, punto, guion y guion bajo. Da nombre a los archivos del informe: use algo que no revele quién es."
        ))
    case .name:
      Field(FormPhrase("Name", "Nombre"), FormPhrase("Stands on the report.", "Aparece en el informe."))
    case .advisor:
      Field(
        FormPhrase("Advisor", "Asesor o asesora"),
        FormPhrase("Stands on the report.", "Aparece en el informe."))
    case .occupation:
      Field(
        FormPhrase("Occupation of the report", "Ocupación del informe"),
        FormPhrase(
          "A title or a SOC code. Leave it empty for the occupation of the data.",
          "El título o el código SOC. Déjelo vacío para usar la ocupación de los datos."))
    case .state: Field(FormPhrase("State", "Estado"))
    case .area:
      Field(
        FormPhrase("Metropolitan area", "Área metropolitana"),
        FormPhrase("A city or the area’s name.", "Una ciudad o el nombre del área."))
    case .payAmount:
      Field(
        FormPhrase("Present pay, before tax", "Salario actual, antes de impuestos"),
        FormPhrase(
          "What is really paid in a year or in an hour: 46,000 or 22.50.",
          "Lo que de verdad se paga en un año o en una hora: 46,000 o 22.50."))
    case .payBasis: Field(FormPhrase("Pay is per year or per hour", "El salario es por año o por hora"))
    case .hoursPerWeek:
      Field(
        FormPhrase("Hours of paid work", "Horas de trabajo pagadas"),
        FormPhrase("40 when left empty.", "40 si se deja vacío."))
    case .inField:
      Field(
        FormPhrase("Works in this field now", "Ahora trabaja en este campo"),
        FormPhrase(
          "When not known, it is inferred from the rest where possible.",
          "Si no se sabe, se deduce de lo demás cuando es posible."))
    case .rung:
      Field(
        FormPhrase("Step on the career ladder", "Peldaño de la escala profesional"),
        FormPhrase(
          "When not known, it is inferred from credentials and years where possible.",
          "Si no se sabe, se deduce de las credenciales y los años cuando es posible."))
    case .yearsOfExperience: Field(FormPhrase("Experience in this field", "Experiencia en este campo"))
    case .credentials:
      Field(
        FormPhrase("Credentials held", "Credenciales obtenidas"),
        FormPhrase(
          "Tick “None” when there are none; tick nothing when it is not known.",
          "Marque «Ninguna» si no tiene; no marque nada si no se sabe."))
    case .setting: Field(FormPhrase("Where the client works now", "Dónde trabaja ahora"))
    case .specialization: Field(FormPhrase("Specialization now", "Especialización actual"))
    case .education: Field(FormPhrase("Highest education finished", "Estudios más altos terminados"))
    case .targetSetting: Field(FormPhrase("Where the client wants to work", "Dónde quiere trabajar"))
    case .targetSpecialization: Field(FormPhrase("Specialization wanted", "Especialización deseada"))
    case .openToRemote:
      Field(
        FormPhrase("Would work remotely", "Trabajaría a distancia"),
        FormPhrase("“Yes” adds the pay of other states.", "«Sí» agrega los salarios de otros estados."))
    case .compare:
      Field(
        FormPhrase("Occupations to compare", "Ocupaciones que comparar"),
        FormPhrase("The present one first.", "La actual primero."))
    case .comparePlaces:
      Field(
        FormPhrase("Places to compare", "Lugares que comparar"),
        FormPhrase("States or metropolitan areas.", "Estados o áreas metropolitanas."))
    case .certificationBudget:
      Field(FormPhrase("Money for a certification", "Dinero para una certificación"))
    case .horizonYears:
      Field(
        FormPhrase("How far to look ahead", "A cuántos años mirar"),
        FormPhrase(
          "Gains are added up over these years; 5 when left empty.",
          "Las ganancias se suman durante estos años; 5 si se deja vacío."))
    case .agreedSteps:
      Field(
        FormPhrase("Steps agreed with the client", "Pasos acordados con el cliente"),
        FormPhrase(
          "They stand on the next report, the open ones and those done.",
          "Aparecen en el próximo informe, los pendientes y los hechos."))
    case .notes:
      Field(
        FormPhrase("Notes of the session", "Notas de la sesión"),
        FormPhrase("They stand on the report.", "Aparecen en el informe."))
    case .reportDate, .previous: nil
    }
  }
}

extension FormWords.Field {
  fileprivate init(_ label: FormPhrase, _ hint: FormPhrase? = nil) { (self.label, self.hint) = (label, hint) }
}
