import CareerData

/// Words of fields that are the same in every dataset, as people write them in tables.
extension ProfileField {
  static let payBases = WordList<PayBasis>(
    "basis of pay",
    [
      .annual: """
      annually,yearly,year,per year,a year,per yr,/year,/yr,yr,per annum,anual,anualmente,año,por año,al año
      """,
      .hourly: "hour,per hour,an hour,per hr,/hour,/hr,/h,hr,hora,por hora",
    ])

  static let educationLevels = WordList<Education>(
    "level of education",
    [
      .none: "ninguna,ninguno",
      .highSchool: """
      high school diploma,hs diploma,hs,ged,high school or ged,high school/ged,high school diploma or ged,\
      high school or equivalent,high school diploma or equivalent,secundaria,escuela secundaria,preparatoria
      """,
      .certificate: "certificate program,certificado",
      .associate: """
      associates,associate degree,associates degree,associate (degree),título de asociado,titulo de asociado,\
      grado asociado,asociado
      """,
      .bachelor: "bachelors,bachelor degree,bachelors degree,licenciatura",
      .master: "masters,master degree,masters degree,maestría,maestria",
      .other: "otro,otra",
    ])
}
